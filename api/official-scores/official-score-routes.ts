import { Hono } from 'hono'
import { z } from 'zod'
import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { jsonBody } from '../http/json-body.ts'
import { Problem, type ProblemPart } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { shortText } from '../short-text.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { COMPOSITE, listOfficialScores, replaceOfficialScores } from './official-score-store.ts'
import { listPlanYears, type PlanYear } from './plan-years.ts'

const OfficialScores = z.strictObject({
  province: z.string().max(60),
  scores: z
    .array(z.strictObject({ subIndex: z.string().max(60), score: z.number(), source: shortText(300) }))
    .max(100),
})

/** As VCCI publishes them. */
const DECIMALS = 2
const SUB_INDEX_SCALE = [1, 10] as const
const COMPOSITE_SCALE = [0, 100] as const

/** What VCCI published for the year of a plan; mounted under /api/official-scores. */
export const officialScoreRoutes = (dependencies: Dependencies) => {
  const { database, now } = dependencies
  const staffOnly = requireStaff(dependencies)

  return new Hono()
    .get('/:year{[0-9]{4}}', staffOnly, async (c) =>
      c.json(await listOfficialScores(database, Number(c.req.param('year')))),
    )

    .put('/:year{[0-9]{4}}', staffOnly, jsonBody(), validate('json', OfficialScores), async (c) => {
      const year = Number(c.req.param('year'))
      const { province, scores } = c.req.valid('json')
      const planYears = await listPlanYears(database)
      const planYear = planYears.find((each) => each.year === year && each.province.code === province)
      if (!planYear) throw new Problem('not_found')
      const parts = misfits(scores, planYear)
      if (parts.length > 0) throw new Problem('bad_official_scores', parts)
      await replaceOfficialScores(database, planYear, { scores, today: dayOf(now()) })
      return c.json(await listOfficialScores(database, year))
    })
}

/** Scores of what no plan has a target for, second scores for one, and scores off their scale. */
function misfits(
  scores: z.infer<typeof OfficialScores>['scores'],
  { subIndices }: PlanYear,
): readonly ProblemPart[] {
  const known = new Set([...subIndices, COMPOSITE])
  const seen = new Set<string>()
  return scores.flatMap(({ subIndex, score }, index) => {
    const path = `/scores/${index}`
    if (!known.has(subIndex)) return [{ path: `${path}/subIndex`, code: 'unknown_sub_index' }]
    if (seen.has(subIndex)) return [{ path: `${path}/subIndex`, code: 'duplicate_sub_index' }]
    seen.add(subIndex)
    const [least, most] = subIndex === COMPOSITE ? COMPOSITE_SCALE : SUB_INDEX_SCALE
    if (score < least || score > most) return [{ path: `${path}/score`, code: 'out_of_range' }]
    if (Number(score.toFixed(DECIMALS)) !== score)
      return [{ path: `${path}/score`, code: 'too_many_decimals' }]
    return []
  })
}
