-- What a Neovim user sees of the server: opens VIRT_FILE, says what is told, mends it by the first quick fix, formats,
-- and writes it all to standard output, a line each. VIRT_SERVER is the command, its words divided by newlines.
-- nvim --headless -u NONE -i NONE -n -S neovim.lua

local function say(what, text)
  io.stdout:write(what .. ': ' .. tostring(text):gsub('\n', '\\n') .. '\n')
end

local function wait(what, condition)
  assert(vim.wait(30000, condition, 5), 'waited in vain for ' .. what)
end

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('VIRT_FILE')))
  local buffer = vim.api.nvim_get_current_buf()
  local client_id = vim.lsp.start_client({
    name = 'virt-workbench',
    cmd = vim.split(os.getenv('VIRT_SERVER'), '\n'),
    root_dir = vim.fn.fnamemodify(os.getenv('VIRT_FILE'), ':h'),
  })
  vim.lsp.buf_attach_client(buffer, client_id)
  local document = { uri = vim.uri_from_bufnr(buffer) }

  local function request(method, params)
    params.textDocument = document
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 30000), 'no answer to ' .. method)
    local answer = answers[client_id]
    assert(not answer.error, method .. ': ' .. vim.inspect(answer.error))
    return answer.result
  end

  wait('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  local found = vim.diagnostic.get(buffer)[1]
  say('diagnostic', ('%d:%d %s [%s]'):format(found.lnum + 1, found.col + 1, found.message, found.code))

  local range = {
    start = { line = found.lnum, character = found.col },
    ['end'] = { line = found.end_lnum, character = found.end_col },
  }
  local actions = request('textDocument/codeAction', { range = range, context = { diagnostics = {} } })
  say('quick fix', actions[1].title)
  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  wait('no diagnostics', function() return #vim.diagnostic.get(buffer) == 0 end)

  local hover = request('textDocument/hover', { position = { line = 0, character = 7 } })
  say('hover', vim.split(hover.contents.value, '\n')[1])
  local symbols = request('textDocument/documentSymbol', {})
  say('symbol', symbols[1].name .. ' ' .. symbols[1].detail)

  vim.lsp.util.apply_text_edits(request('textDocument/formatting', { options = { tabSize = 2, insertSpaces = true } }),
    buffer, 'utf-16')
  say('text', table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n'))

  vim.lsp.stop_client(client_id)
  wait('the end of the server', function() return vim.lsp.get_client_by_id(client_id) == nil end)
  say('end', 'stopped')
end

local fine, failure = xpcall(session, debug.traceback)
if not fine then
  say('failure', failure)
end
vim.cmd(fine and 'qa!' or 'cq!')
