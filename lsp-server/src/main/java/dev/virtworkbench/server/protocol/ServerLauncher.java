package dev.virtworkbench.server.protocol;

import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** LSP4J's launcher with the methods of both sides given instead of looked for. */
public final class ServerLauncher extends Launcher.Builder<LanguageClient> {

    private final Endpoint local;

    /** @param server what the client's messages are handed to */
    public <S extends LanguageServer & VirtRequests> ServerLauncher(S server) {
        local = new ServerEndpoint(server);
        setLocalService(server);
        setRemoteInterface(LanguageClient.class);
    }

    @Override
    protected Map<String, JsonRpcMethod> getSupportedMethods() {
        return Methods.all();
    }

    @Override
    protected RemoteEndpoint createRemoteEndpoint(MessageJsonHandler jsonHandler) {
        MessageConsumer out = wrapMessageConsumer(new StreamMessageConsumer(output, jsonHandler));
        RemoteEndpoint remote = new RemoteEndpoint(out, local, exceptionHandler);
        remote.setJsonHandler(jsonHandler);
        jsonHandler.setMethodProvider(remote);
        return remote;
    }

    @Override
    protected LanguageClient createProxy(RemoteEndpoint remoteEndpoint) {
        return new ClientEndpoint(remoteEndpoint);
    }
}
