import { z } from 'zod'
import { Code } from './localized-text-schema.ts'

/**
 * A condition over answers, as one single-key JSON object. An item without a real answer
 * (off the path, don't know, refused, blank) makes every comparison with it false.
 */
export type Rule =
  | { readonly answered: string }
  | { readonly is: readonly [item: string, option: string] }
  | { readonly oneOf: readonly [item: string, options: readonly string[]] }
  | { readonly includes: readonly [item: string, option: string] }
  | { readonly atLeast: readonly [item: string, number: number] }
  | { readonly atMost: readonly [item: string, number: number] }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }

export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ answered: Code }),
    z.strictObject({ is: z.tuple([Code, Code]) }),
    z.strictObject({ oneOf: z.tuple([Code, z.array(Code).min(1)]) }),
    z.strictObject({ includes: z.tuple([Code, Code]) }),
    z.strictObject({ atLeast: z.tuple([Code, z.number()]) }),
    z.strictObject({ atMost: z.tuple([Code, z.number()]) }),
    z.strictObject({ all: z.array(Rule).min(1) }),
    z.strictObject({ any: z.array(Rule).min(1) }),
    z.strictObject({ not: Rule }),
  ]),
)
