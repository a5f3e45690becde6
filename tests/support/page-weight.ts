import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { firstPage } from '../../api/pages/first-page.ts'
import { RespondShell } from '../../api/pages/respond-shell.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

const HEAD = {
  link: 'abc2345',
  wave: '01hxyzabcdef',
  state: 'open',
  demo: false,
  channel: 'open',
  department: { vi: 'Sở Kế hoạch và Đầu tư' },
  province: { vi: 'Tỉnh Lạng Sơn' },
  hash: '3f9c1e5b7a2d4f6081b3c5d7e9fa0b1c2d3e4f5061728394a5b6c7d8e9fa0b1c',
} as const

export function readShell(folder: string): RespondShell {
  return RespondShell.parse(JSON.parse(readFileSync(join(folder, 'respond/shell.json'), 'utf8')))
}

/** Bytes of the one response with which a firm can answer, as Node sends it. */
export function pageWeight(questionnaire: Questionnaire, shell: RespondShell): number {
  const { html } = firstPage({ head: HEAD, questionnaire }, 'vi', shell)
  return brotliBytes(html)
}

/** What the page would weigh less without each of its parts: they share words, so it is not their sum. */
export function weightOfParts(
  questionnaire: Questionnaire,
  shell: RespondShell,
): Readonly<Record<string, number>> {
  const whole = pageWeight(questionnaire, shell)
  const without = (part: Partial<RespondShell>) => whole - pageWeight(questionnaire, { ...shell, ...part })
  const [section] = questionnaire.sections
  const empty = {
    ...questionnaire,
    scales: {},
    sections: section ? [{ ...section, items: section.items.slice(0, 1) }] : [],
  }
  return {
    whole,
    script: without({ scripts: { usual: '', randomised: '' } }),
    style: without({ style: '' }),
    definition: whole - pageWeight(empty, shell),
  }
}

function brotliBytes(text: string): number {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) }
  return brotliCompressSync(text, { params }).length
}
