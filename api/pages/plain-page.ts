import type { Language } from '../../survey-definitions/language.ts'
import { type Child, el } from '../../survey-definitions/respondent/markup.ts'
import { htmlOf } from './html.ts'
import type { RespondShell } from './respond-shell.ts'

/** A page of words alone, in the look of the letter. */
export function plainPage(
  { title, language, main }: { readonly title: string; readonly language: Language; readonly main: Child },
  { style }: RespondShell,
): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">',
    `${htmlOf(el('title', {}, title))}<style>${style}</style></head><body>`,
    htmlOf(el('div', { class: 'page' }, main)),
    '</body></html>',
  ].join('')
}
