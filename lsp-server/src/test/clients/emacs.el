;;; emacs.el --- What an Emacs user sees of the server  -*- lexical-binding: t -*-

;; Opens VIRT_FILE with eglot, says what is told, mends it by the first quick fix, formats, and writes it all to
;; standard output, a line each.  VIRT_SERVER is the command, its words divided by newlines.
;; emacs -q --batch -l emacs.el

(package-initialize)
(require 'eglot)
(require 'flymake)

(defun virt-say (what text)
  (princ (format "%s: %s\n" what (string-replace "\n" "\\n" text))))

(defun virt-wait (what condition)
  (let ((end (+ (float-time) 30)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(setq eglot-sync-connect 30
      eglot-autoshutdown t
      vc-handled-backends nil
      make-backup-files nil)
(setq-default indent-tabs-mode nil tab-width 2)
(add-to-list 'eglot-server-programs (cons 'nxml-mode (split-string (getenv "VIRT_SERVER") "\n")))

(condition-case failure
    (progn
      (find-file (getenv "VIRT_FILE"))
      (rng-validate-mode -1)
      (call-interactively #'eglot)
      (flymake-start)
      (virt-wait "diagnostics" #'flymake-diagnostics)
      (let ((found (car (flymake-diagnostics))))
        (goto-char (flymake-diagnostic-beg found))
        (virt-say "diagnostic" (format "%d:%d %s" (line-number-at-pos) (1+ (current-column))
                                       (flymake-diagnostic-text found)))
        (let ((action (car (append (eglot-code-actions (flymake-diagnostic-beg found) (flymake-diagnostic-end found)
                                                       "quickfix")
                                   nil))))
          (virt-say "quick fix" (plist-get action :title))
          ;; since Emacs 30 there is a way to do it that is not eglot's own business
          (if (fboundp 'eglot-execute)
              (eglot-execute (eglot-current-server) action)
            (eglot--apply-workspace-edit (plist-get action :edit)))))
      (eglot--signal-textDocument/didChange)
      (virt-wait "no diagnostics" (lambda () (flymake-start) (null (flymake-diagnostics))))
      (eglot-format-buffer)
      (virt-say "text" (buffer-substring-no-properties (point-min) (point-max)))
      (let ((server (eglot-current-server)))
        (set-buffer-modified-p nil)
        (eglot-shutdown server)
        (virt-say "end" (if (jsonrpc-running-p server) "still runs" "stopped"))))
  (error (virt-say "failure" (error-message-string failure))
         (kill-emacs 1)))
;;; emacs.el ends here
