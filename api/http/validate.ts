import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { isProblemCode, Problem, type ProblemCode } from './problem.ts'

/**
 * `zValidator`, answering a failed check as one of our problems. A schema may name the code itself,
 * as in `z.literal('open', { error: 'bad_channel' })`. For JSON bodies `jsonBody` comes before it.
 */
export const validate = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(target, schema, (result) => {
    if (!result.success) throw problemOf(result.error.issues, result.data)
  })

type Issue = z.core.$ZodIssue

function problemOf(issues: readonly Issue[], value: unknown): Problem {
  // An unknown member is reported where it stands, without its name.
  const parts = issues.map((issue) => ({ path: pointerOf(issue.path), code: codeOf(issue, value) }))
  const leading = parts.find(({ code }) => code === 'unknown_key') ?? parts[0]
  return new Problem(leading?.code ?? 'bad_value', parts)
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((member) => `/${String(member)}`).join('')
}

function codeOf(issue: Issue, value: unknown): ProblemCode {
  if (issue.path.length > 0 && valueAt(value, issue.path) === undefined) return 'required'
  if (isProblemCode(issue.message)) return issue.message
  if (issue.code === 'unrecognized_keys') return 'unknown_key'
  return issue.code === 'invalid_type' ? 'wrong_type' : 'bad_value'
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, member) => (typeof found === 'object' && found !== null ? Reflect.get(found, member) : undefined),
    value,
  )
}
