package dev.virtworkbench.editor.completion;

import dev.virtworkbench.editor.client.Answers;
import dev.virtworkbench.editor.client.OpenDocument;
import dev.virtworkbench.editor.client.OpenDocuments;
import dev.virtworkbench.editor.client.Positions;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;

/** What can be written at the caret, in the server's order. The generic editor asks from a thread of its own. */
public final class Completion implements IContentAssistProcessor {

    /** The characters behind which the server has something to propose without being asked. */
    private static final char[] BEHIND = {'<', '/', ' ', '\'', '"', '=', ':'};

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        return OpenDocuments.get().of(document).stream()
                .flatMap(open -> items(open, offset).stream().map(item -> new ServerProposal(open, item, offset)))
                .filter(proposal -> proposal.validate(document, offset, null)).toArray(ICompletionProposal[]::new);
    }

    private static List<CompletionItem> items(OpenDocument open, int offset) {
        CompletionParams params = new CompletionParams(open.identifier(), Positions.at(open.document(), offset));
        return Answers.await(open.ask(server -> server.getTextDocumentService().completion(params)))
                .map(answer -> answer.map(list -> list, CompletionList::getItems)).orElse(List.of()).stream()
                .sorted(Comparator.comparing(CompletionItem::getSortText)).toList();
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return BEHIND.clone();
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
