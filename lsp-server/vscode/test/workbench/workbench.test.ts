import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Workbench } from './workbench.ts';

describe('in the workbench of VS Code', { timeout: 300_000 }, () => {
    let workbench: Workbench;

    before(async () => {
        workbench = await Workbench.open();
    });

    after(() => workbench?.close());

    it('a mistake is underlined and told in Problems', async () => {
        await workbench.openFile('web.xml');
        await workbench.squiggles().first().waitFor();
        await workbench.statusBar('libvirt XML').waitFor();
        await workbench.screenshot('squiggle');
        await workbench.run('Problems: Focus on Problems View');
        await workbench.problems().nth(1).waitFor();
        await workbench.screenshot('problems');
        const told = await workbench.problems().nth(1).innerText();
        assert.match(told, /sorce/);
        assert.match(told, /libvirt schema/);
        await workbench.page.keyboard.press('Control+J');
    });
});
