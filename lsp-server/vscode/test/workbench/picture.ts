// Takes the picture of docs/images/vscode.png, for a person to look at and shrink: npm run picture
import * as path from 'node:path';
import { Workbench } from './workbench.ts';

const workbench = await Workbench.open(path.join(import.meta.dirname, 'picture'), {
    'outline.collapseItems': 'alwaysExpand',
});
try {
    await workbench.openFile('web.xml');
    await workbench.squiggles().first().waitFor();
    await workbench.run('Focus on Outline View');
    const outline = (await workbench.page.locator('.pane-header[aria-label^="Outline"]').boundingBox())!;
    await workbench.page.mouse.move(outline.x + 100, outline.y);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(outline.x + 100, 190, { steps: 5 });
    await workbench.page.mouse.up();
    await workbench.page.locator('.outline-pane .monaco-list-row', { hasText: 'disk vda' }).waitFor();
    await workbench.run('Problems: Focus on Problems View');
    await workbench.problem('<sorce>').waitFor();
    await workbench.run('View: Focus Active Editor Group');
    await workbench.goToText('web.xml', 'sorce', 2);
    await workbench.openQuickFixes('Change to <source>');
    await workbench.screenshot('picture');
} catch (error) {
    await workbench.screenshot('picture failed');
    throw error;
} finally {
    await workbench.close();
}
