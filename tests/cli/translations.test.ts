import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

it('translations: those of the built-in questionnaires are up to date', () => {
  expect(runCli('translations')).toEqual({ out: 'All translations are up to date.\n', err: '', code: 0 })
})

it('translations: an option that it does not have is said in one line', () => {
  const { err, code } = runCli('translations', '--all')
  expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 })
})
