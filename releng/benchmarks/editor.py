"""An editor reduced to what can be timed: a language server client on stdio."""

import json
import queue
import subprocess
import threading
import time


class Editor:
    """One server process and one open document. Times are seconds since the process was started."""

    def __init__(self, command, settings):
        self.settings = settings
        self.answers = queue.Queue()
        self.diagnostics = queue.Queue()
        self.number = 0
        self.version = 0
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        threading.Thread(target=self.read, daemon=True).start()

    def initialize(self):
        """Returns when the server had answered."""
        _, at = self.request("initialize", {
            "processId": None, "rootUri": None, "initializationOptions": {"settings": self.settings},
            "capabilities": {"textDocument": {
                "publishDiagnostics": {"versionSupport": True},
                "completion": {"completionItem": {"snippetSupport": True}}}}})
        self.notify("initialized", {})
        if self.settings:
            self.notify("workspace/didChangeConfiguration", {"settings": self.settings})
        return at

    def open(self, uri, text):
        """Returns when the first diagnostics had come."""
        self.uri = uri
        self.text = text.split("\n")
        self.version = 1
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "xml", "version": 1, "text": text}})
        return self.await_diagnostics(lambda found: True)

    def replace(self, line, start, end, text):
        """Types over a part of a line; returns the time of it."""
        old = self.text[line]
        self.text[line] = old[:start] + text + old[end:]
        self.version += 1
        at = time.perf_counter() - self.begun
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"range": {"start": {"line": line, "character": start},
                                          "end": {"line": line, "character": end}}, "text": text}]})
        return at

    def complete(self, line, character):
        """Returns how long the answer took and how many proposals it had."""
        at = time.perf_counter() - self.begun
        answer, done = self.request("textDocument/completion", {
            "textDocument": {"uri": self.uri}, "position": {"line": line, "character": character}})
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return done - at, len(items)

    def await_diagnostics(self, awaited):
        """The time of the first diagnostics, of this version or of none, whose number of errors is awaited."""
        while True:
            params, at = self.diagnostics.get(timeout=60)
            if params.get("version") in (None, self.version):
                if awaited(sum(1 for found in params["diagnostics"] if found.get("severity", 1) == 1)):
                    return at

    def memory(self):
        """The most memory the process has held, in MB."""
        with open("/proc/%d/status" % self.process.pid, encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))

    def close(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        self.process.wait(timeout=20)

    def request(self, method, params):
        self.number += 1
        self.send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        while True:
            message, at = self.answers.get(timeout=60)
            if message["id"] == self.number:
                return message.get("result"), at

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def send(self, message):
        body = json.dumps({key: value for key, value in message.items() if key != "params" or value is not None})
        data = body.encode("utf-8")
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def read(self):
        stream = self.process.stdout
        while True:
            length = 0
            while True:
                header = stream.readline()
                if header in (b"\r\n", b""):
                    break
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                return
            body = stream.read(length)
            at = time.perf_counter() - self.begun
            self.take(json.loads(body), at)

    def take(self, message, at):
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics.put((message["params"], at))
        elif "method" in message and "id" in message:
            self.send({"jsonrpc": "2.0", "id": message["id"], "result": self.reply(message)})
        elif "id" in message:
            self.answers.put((message, at))

    def reply(self, request):
        if request["method"] == "workspace/configuration":
            return [self.settings.get(item.get("section", "").split(".")[0]) for item in request["params"]["items"]]
        return None
