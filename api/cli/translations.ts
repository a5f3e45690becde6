import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { glossaryBreaches } from '../../survey-definitions/glossary-breaches.ts'
import { Glossary } from '../../survey-definitions/glossary-schema.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { recordTranslations, staleTranslations } from '../../survey-definitions/stale-translations.ts'
import { TranslationRecord } from '../../survey-definitions/translation-record-schema.ts'
import { runCommand } from './command.ts'
import { readJson } from './read-inputs.ts'

const DEFINITIONS = fileURLToPath(new URL('../../survey-definitions', import.meta.url))

// Which translations of the built-in questionnaires are older than their source, or lack a term of
// the glossary; exit 1 when any does. With --accept those of today are recorded as made from it.
runCommand(() => {
  const { accept } = parseArgs({ options: { accept: { type: 'boolean', default: false } } }).values
  const glossary = Glossary.parse(readJson(`${DEFINITIONS}/glossary.json`))
  const files = readdirSync(`${DEFINITIONS}/questionnaires`).filter((name) => name.endsWith('.json'))
  const faults = files.flatMap((file) => {
    const questionnaire = Questionnaire.parse(readJson(`${DEFINITIONS}/questionnaires/${file}`))
    const recordFile = `${DEFINITIONS}/translations/${file}`
    if (accept) writeFileSync(recordFile, recordText(recordTranslations(questionnaire)))
    return [
      ...staleTranslations(questionnaire, readRecord(recordFile)).map(
        ({ language, path, source, translation }) => `${language} ${path}: ${source} → ${translation}`,
      ),
      ...glossaryBreaches(questionnaire, glossary).map(
        ({ language, path, term, forms, translation }) =>
          `${language} ${path}: ${term} is ${forms.join(' or ')}, not in: ${translation}`,
      ),
    ].map((line) => `${questionnaire.id} ${line}\n`)
  })
  process.stdout.write(faults.join(''))
  process.stdout.write(
    faults.length === 0 ? 'All translations are up to date.\n' : `${faults.length} to look at\n`,
  )
  if (faults.length > 0) process.exitCode = 1
})

/** A questionnaire that has no record yet has nothing but stale translations. */
function readRecord(file: string): Pick<TranslationRecord, 'sources'> {
  return existsSync(file) ? TranslationRecord.parse(readJson(file)) : { sources: {} }
}

/** A text a line, so that two people's changes merge. */
function recordText({ sources, ...head }: TranslationRecord): string {
  const texts = Object.entries(sources).map(
    ([path, digests]) => `    ${JSON.stringify(path)}: ${JSON.stringify(digests)}`,
  )
  const members = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  )
  return `{\n${members.join('')}  "sources": {\n${texts.join(',\n')}\n  }\n}\n`
}
