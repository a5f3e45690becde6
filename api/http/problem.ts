import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ProblemView } from '../views.ts'

/** Every way a request can fail: the status it answers and its title. Add here, never inline. */
const PROBLEMS = {
  bad_json: { status: 400, title: 'The body is not JSON' },
  bad_unicode: { status: 400, title: 'The body has half a character' },
  bad_utf8: { status: 400, title: 'The body is not UTF-8' },
  duplicate_key: { status: 400, title: 'The body names a member twice' },
  too_deep: { status: 400, title: 'The body is nested too deep' },

  bad_token: { status: 401, title: 'The enrolment link is used, expired or unknown' },
  signed_out: { status: 401, title: 'Sign in first' },

  bad_origin: { status: 403, title: 'The request comes from another site' },
  not_open: { status: 403, title: 'The wave is not open yet' },

  not_found: { status: 404, title: 'There is nothing here' },
  no_snapshot: { status: 404, title: 'The wave has no snapshot yet' },

  method_not_allowed: { status: 405, title: 'The method is not allowed here' },

  already_open: { status: 409, title: 'The wave was opened before' },
  key_reused: { status: 409, title: 'Other answers were sent under this key' },
  nothing_released: { status: 409, title: 'The wave has no released responses' },
  too_few_submissions: { status: 409, title: 'Too few submissions wait for a release' },
  wave_needs_sealing: { status: 409, title: 'Sensitive items need sealing on this installation' },
  wave_not_open: { status: 409, title: 'The wave is not open' },

  closed: { status: 410, title: 'The wave is closed' },

  too_large: { status: 413, title: 'The body is too large' },
  uri_too_long: { status: 414, title: 'The address is too long' },

  unsupported_charset: { status: 415, title: 'The body must be UTF-8' },
  unsupported_encoding: { status: 415, title: 'The body must not be compressed' },
  unsupported_type: { status: 415, title: 'The body has the wrong content type' },

  misdirected: { status: 421, title: 'This is the address of another site' },

  bad_channel: { status: 422, title: 'The channel cannot be used' },
  bad_hard_values: { status: 422, title: 'The hard values cannot be used' },
  bad_key: { status: 422, title: 'The key does not have the expected form' },
  bad_margins: { status: 422, title: 'The margins cannot be used' },
  bad_official_scores: { status: 422, title: 'The official scores cannot be used' },
  bad_option: { status: 422, title: 'An answer is not one of the options' },
  bad_scale_file: { status: 422, title: 'The file cannot lead to the scale' },
  bad_text: { status: 422, title: 'A text has characters that cannot be taken' },
  bad_value: { status: 422, title: 'A value does not have the expected form' },
  duplicate_option: { status: 422, title: 'An option is chosen twice' },
  exclusive: { status: 422, title: 'An option cannot be chosen with others' },
  not_finite: { status: 422, title: 'A number is not finite' },
  not_integer: { status: 422, title: 'A number is not whole' },
  out_of_range: { status: 422, title: 'A number is out of range' },
  required: { status: 422, title: 'Something that is required is missing' },
  too_long: { status: 422, title: 'A text is too long' },
  too_many_decimals: { status: 422, title: 'A number has too many decimals' },
  unknown_definition: { status: 422, title: 'There is no such definition' },
  unknown_key: { status: 422, title: 'There is a member that is not expected' },
  unknown_question: { status: 422, title: 'There is an answer to an unknown question' },
  unknown_version: { status: 422, title: 'The questionnaire is not one of this wave' },
  wrong_type: { status: 422, title: 'A value has the wrong type' },

  internal_error: { status: 500, title: 'Something went wrong on our side' },

  retry_later: { status: 503, title: 'The service is busy: send again later' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

/** What was wrong at one place of the body. */
export interface ProblemPart {
  /** A JSON pointer. It names members that the schema knows, never what was sent. */
  readonly path: string
  readonly code: string
}

const MOST_PARTS = 20

/** An expected failure of a request. `app.onError` turns it into problem+json (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly parts: readonly ProblemPart[]

  constructor(code: ProblemCode, parts: readonly ProblemPart[] = []) {
    super(PROBLEMS[code].title)
    this.code = code
    this.parts = distinct(parts).slice(0, MOST_PARTS)
  }

  toResponse(headers: Readonly<Record<string, string>> = {}): Response {
    const { status, title } = PROBLEMS[this.code]
    const view: ProblemView = {
      type: 'about:blank',
      title,
      status,
      code: this.code,
      ...(this.parts.length > 0 && { errors: this.parts }),
    }
    return new Response(JSON.stringify(view), {
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
    })
  }
}

function distinct(parts: readonly ProblemPart[]): readonly ProblemPart[] {
  return [...new Map(parts.map((part) => [`${part.path} ${part.code}`, part])).values()]
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code)
}
