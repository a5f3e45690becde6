import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { isProblemCode, Problem, type ProblemCode, type ProblemPart } from './problem.ts'

/**
 * `zValidator`, answering a failed check as one of our problems. A schema names its own code with
 * `{ error: 'bad_channel' }`; JSON bodies pass `jsonBody` first.
 */
export const validate = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(target, schema, (result) => {
    if (!result.success) throw problemOf(result.error.issues)
  })

type Issue = z.core.$ZodIssue

function problemOf(issues: readonly Issue[]): Problem {
  const parts = issues.map((issue) => ({ path: pointerOf(issue), code: codeOf(issue) }))
  const distinct = parts.filter(
    (part, index) => parts.findIndex(({ path, code }) => path === part.path && code === part.code) === index,
  )
  return new Problem(distinct[0]?.code ?? 'bad_value', distinct satisfies readonly ProblemPart[])
}

/** Paths name members of the schema only: an unknown member is reported where it stands, unnamed. */
function pointerOf({ path }: Issue): string {
  return path.map((member) => `/${String(member)}`).join('')
}

function codeOf(issue: Issue): ProblemCode {
  if (isProblemCode(issue.message)) return issue.message
  if (issue.code === 'unrecognized_keys') return 'unknown_key'
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong_type'
  return 'bad_value'
}
