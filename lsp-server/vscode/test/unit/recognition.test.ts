import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, it } from 'node:test';
import { hasLibvirtRoot, readRoots } from '../../src/recognition.ts';

const top = path.join(import.meta.dirname, '../../../..');
const samples = path.join(top, 'samples');
const language = path.join(top, 'bundles/dev.virtworkbench.language/src/main/resources/dev/virtworkbench/language');
const roots = readRoots(readFileSync(path.join(language, 'schema/roots.table'), 'utf8'));

describe('a document is libvirt’s', () => {
    for (const entry of readdirSync(samples, { recursive: true, encoding: 'utf8' }).sort()) {
        if (entry.endsWith('.xml')) {
            it(`samples/${entry}`, () => assert.ok(hasLibvirtRoot(readFileSync(path.join(samples, entry), 'utf8'), roots)));
        }
    }

    for (const [what, text] of [
        ['with nothing but the type written yet', "<domain type='kvm'>\n"],
        ['behind a declaration and a comment with tags in it', "<?xml version='1.0'?><!-- <project> -->\n<pool type='dir'/>"],
        ['with a quote missing', "<domain type='kvm>\n  <name>a</name>\n  <memory>1</memory>"],
        ['by its children alone', '<network>\n<name>n</name><bridge name="virbr1"/></network>'],
        ['by the comment that libvirt writes', '<!-- WARNING: virsh edit net -->\n<network><name>n</name><x/><y/></network>'],
        ['a fragment', "<interface type='bridge'><source bridge='br0'/></interface>"],
    ] as const) {
        it(what, () => assert.ok(hasLibvirtRoot(text, roots)));
    }
});

describe('a document is somebody else’s', () => {
    for (const [what, text] of [
        ['nothing', ''],
        ['no XML', 'key = "value" < 3'],
        ['Maven’s', '<project><modelVersion>4.0.0</modelVersion></project>'],
        ['GlassFish’s domain', '<domain log-root="${com.sun.aas.instanceRoot}/logs"><applications/><resources/></domain>'],
        ['a network of another program', '<network><node id="1"/><edge from="1" to="2"/></network>'],
        ['a device description', '<device name="STM32F4"><peripherals/></device>'],
        ['a filter of another program', '<filter><name>blur</name></filter>'],
        ['with the sign deeper than it counts', '<device><part><capability/></part></device>'],
        ['with the sign behind the root', '<network/><bridge/>'],
        ['with a libvirt root in a comment', "<!-- <pool type='dir'/> --><html/>"],
    ] as const) {
        it(what, () => assert.ok(!hasLibvirtRoot(text, roots)));
    }

    it('in time, however long and malformed', () => {
        assert.ok(!hasLibvirtRoot('<a ' + '\'"'.repeat(20_000), roots));
        assert.ok(!hasLibvirtRoot('<'.repeat(60_000), roots));
    });
});
