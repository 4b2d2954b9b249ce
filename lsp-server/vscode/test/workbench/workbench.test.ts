import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, afterEach, before, describe, it, type TestContext } from 'node:test';
import { Workbench } from './workbench.ts';

describe('in the workbench of VS Code', { timeout: 300_000 }, () => {
    let workbench: Workbench;

    before(async () => {
        workbench = await Workbench.open(path.join(import.meta.dirname, 'workspace'));
    });

    // How the workbench looked when a test failed is worth more than the message.
    afterEach(async (context) => {
        const { name, passed } = context as TestContext & { readonly passed: boolean };
        if (!passed) {
            await workbench.screenshot(`failed ${name}`);
            await workbench.page.keyboard.press('Escape');
        }
    });

    after(() => workbench?.close());

    it('a document with a libvirt root is libvirt XML, and its mistake is underlined and told in Problems', async () => {
        await workbench.openFile('web.xml');
        await workbench.statusBar('libvirt XML').waitFor();
        await workbench.squiggles().first().waitFor();
        await workbench.screenshot('squiggle');
        await workbench.run('Problems: Focus on Problems View');
        await workbench.problem('<sorce>').waitFor();
        await workbench.screenshot('problems');
        const told = await workbench.problem('<sorce>').innerText();
        assert.match(told, /Did you mean <source>\?/);
        assert.match(told, /libvirt schema\s+unknown-element/);
        assert.match(told, /\[Ln 11, Col 8\]/);
        await workbench.closePanel();
    });

    it('a quick fix mends it', async () => {
        await workbench.goToText('web.xml', 'sorce', 2);
        await workbench.openQuickFixes('Change to <source>');
        await workbench.screenshot('quick-fix');
        await workbench.page.keyboard.press('Enter');
        await workbench.squiggles().first().waitFor({ state: 'detached' });
        await workbench.save('web.xml', /<source file='\/var\/lib\/libvirt\/images\/web.qcow2'\/>/);
    });

    it('completion offers what the schema allows here, and nothing else', async () => {
        await workbench.goToText('web.xml', " dev='/dev/vg/data'");
        await workbench.page.keyboard.type(' ');
        await workbench.page.keyboard.press('Control+Space');
        await workbench.suggestion('startupPolicy').waitFor();
        const offered = await workbench.suggestions().evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
        assert.ok(!offered.some((label) => /^(file|dir|volume|dev)\b/.test(label ?? '')), `offered: ${offered.join()}`);
        await workbench.revert();
    });

    it('an accepted device is complete and without a finding', async () => {
        await workbench.goToText('web.xml', '\n  </devices>');
        await workbench.page.keyboard.press('Enter');
        await workbench.page.keyboard.type('<');
        await workbench.suggestion('disk').first().waitFor();
        await workbench.page.keyboard.type('interf');
        await workbench.suggestion('interface (virtual network').waitFor();
        await workbench.screenshot('completion');
        await workbench.page.keyboard.press('ArrowDown');
        await workbench.suggestion('interface (virtual network').and(workbench.page.locator('.focused')).waitFor();
        await workbench.page.keyboard.press('Tab');
        await workbench.line("<interface type='network'>").waitFor();
        await workbench.page.keyboard.press('Escape');
        await workbench.save('web.xml', /<interface type='network'>\s*<source network='default'\/>[^]*<\/interface>\s*<\/devices>/);
        await workbench.squiggles().first().waitFor({ state: 'detached' });
    });

    it('hover explains', async () => {
        await workbench.goToText('web.xml', 'vcpu', 1);
        await workbench.run('Show or Focus Hover');
        const hover = workbench.page.locator('.monaco-hover:visible .hover-contents').first();
        await hover.waitFor();
        assert.match(await hover.innerText(), /virtual CPU|vCPU/i);
        await workbench.screenshot('hover');
        await workbench.page.keyboard.press('Escape');
    });

    it('the way to the schema is open', async () => {
        await workbench.goToText('web.xml', 'vcpu', 1);
        await workbench.run('Virt Workbench: Open Schema Definition');
        await workbench.page.locator('.tab.active', { hasText: 'domaincommon.rng' }).waitFor();
        await workbench.line('element name="vcpu"').first().waitFor();
    });

    it('typing > closes the tag behind the cursor', async () => {
        await workbench.openFile('images.pool.xml');
        await workbench.goToText('images.pool.xml', '</path>', '</path>'.length);
        await workbench.page.keyboard.press('Enter');
        await workbench.page.keyboard.type('<permissions>');
        await workbench.line('<permissions></permissions>').waitFor();
        await workbench.page.keyboard.type('<mode>');
        await workbench.line('<permissions><mode></mode></permissions>').waitFor();
        await workbench.page.keyboard.type('0755');
        await workbench.save('images.pool.xml', /<permissions><mode>0755<\/mode><\/permissions>/);
    });

    it('messages are in the language of the setting', async () => {
        await workbench.openFile('images.pool.xml');
        await workbench.goToText('images.pool.xml', 'permissions');
        await workbench.page.keyboard.type('x');
        await workbench.run('Problems: Focus on Problems View');
        await workbench.problem('<xpermissions> is not known').waitFor();
        await workbench.set({ 'virtWorkbench.locale': 'zh-CN' });
        await workbench.problem(/<xpermissions>.*[\u4e00-\u9fff]/).waitFor();
        await workbench.set({});
        await workbench.problem('<xpermissions> is not known').waitFor();
        await workbench.closePanel();
        await workbench.revert();
    });

    it('other XML is left alone', async () => {
        await workbench.openFile('pom.xml');
        await workbench.statusBar(/^XML$/).waitFor();
    });

    it('the root element counts only as long as it is wanted', async () => {
        await workbench.set({ 'virtWorkbench.detectByRootElement': false });
        await workbench.openFile('nat.xml');
        await workbench.statusBar(/^XML$/).waitFor();
        await workbench.set({});
        await workbench.statusBar('libvirt XML').waitFor();
    });

    it('a Java that is not there is told, with the way to the setting', async () => {
        await workbench.set({ 'virtWorkbench.java.home': '/nowhere' });
        const told = workbench.page.locator('.notification-list-item', { hasText: 'no Java 21 or newer' });
        await told.waitFor();
        await told.getByRole('button', { name: 'Open Setting' }).click();
        await workbench.page.locator('.settings-editor', { hasText: 'Java: Home' }).waitFor();
        await workbench.set({});
    });
});
