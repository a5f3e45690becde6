import { describe, expect, it } from 'vitest'
import { PLAN_ERRORS, type PlanErrorCode } from '../../survey-definitions/definition-error.ts'
import { loadPlan } from '../../survey-definitions/load-plan.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import { publishedEdition, publishedFiles, publishedPlan } from '../support/definition-files.ts'

const edition = publishedEdition('pci-2017')

function target(plan: Plan, index = 0) {
  const found = plan.targets[index]
  if (!found) throw new Error('the plan has changed')
  return found
}

function task(plan: Plan) {
  const [found] = target(plan).tasks
  if (!found) throw new Error('the plan has changed')
  return found
}

function deadline(plan: Plan) {
  const [found] = plan.deadlines
  if (!found) throw new Error('the plan has changed')
  return found
}

/** One change for each error, and the place it is reported at. */
const BREAKS: Readonly<Record<PlanErrorCode, readonly [change: (plan: Plan) => void, path: string]>> = {
  'bad-shape': [(plan) => (plan.confidence = 90), '/confidence'],
  'another-edition': [(plan) => (plan.edition = 'pci-2025'), '/edition'],
  'duplicate-body-code': [
    (plan) => plan.agencies.push({ code: 'inspectorate', name: { vi: 'Thanh tra Chính phủ' } }),
    '/agencies/15/code',
  ],
  'duplicate-task-code': [(plan) => (task(plan).code = '1-1-b'), '/targets/0/tasks/1/code'],
  'duplicate-target': [
    (plan) => plan.targets.push({ ...target(plan), tasks: target(plan, 7).tasks.map(renamed) }),
    '/targets/10/subIndex',
  ],
  'target-missing': [(plan) => plan.targets.pop(), '/targets'],
  'target-out-of-scale': [
    (plan) => Object.assign(target(plan), { target: 70, rise: 0.49, baseline: 69.51 }),
    '/targets/0/target',
  ],
  'unknown-sub-index': [
    (plan) =>
      plan.targets.push({ ...target(plan), subIndex: 'green', tasks: target(plan, 7).tasks.map(renamed) }),
    '/targets/10/subIndex',
  ],
  'unknown-unit': [(plan) => (task(plan).leads = ['planning-investment']), '/targets/0/tasks/0/leads'],
  'unknown-agency': [(plan) => (target(plan).leadAgency = 'inspectorate'), '/targets/0/leadAgency'],
  'unknown-body': [(plan) => (deadline(plan).to = 'nobody'), '/deadlines/0'],
  'baseline-differs': [(plan) => (target(plan).baseline = 6.52), '/targets/0/baseline'],
  'bad-date': [(plan) => (deadline(plan).before = '2024-02-30'), '/deadlines/0/before'],
}

function inVietnamese(number: number): string {
  return String(number).replace('.', ',')
}

function renamed<Task extends { readonly code: string }>(each: Task): Task {
  return { ...each, code: `${each.code}-again` }
}

describe('a plan', () => {
  it.each(PLAN_ERRORS)('can have the error %s', (code) => {
    const [change, path] = BREAKS[code]
    const plan = publishedPlan('lang-son-2024')
    change(plan)
    const loaded = loadPlan(plan, edition)
    expect(loaded.ok ? [] : loaded.errors).toMatchObject([{ code, path }])
  })

  it.each([...publishedFiles('plans')])('is sound as published: %s', (_, file) => {
    const loaded = loadPlan(file, edition)
    expect(loaded.ok ? [] : loaded.errors).toEqual([])
  })
})

describe('plan lang-son-2024', () => {
  const plan = publishedPlan('lang-son-2024')

  it('sets the ten targets, rises and lead agencies of the plan', () => {
    expect(
      plan.targets.map((each) => [
        each.section,
        each.subIndex,
        each.target,
        each.rise,
        each.baseline,
        each.leadAgency,
      ]),
    ).toEqual([
      ['1', 'land-access', 7, 0.49, 6.51, 'natural-resources-environment'],
      ['2', 'market-entry', 7.9, 0.16, 7.74, 'planning-investment'],
      ['3', 'transparency', 6.5, 1.16, 5.34, 'investment-promotion-centre'],
      ['4', 'time-costs', 8, 0.08, 7.92, 'provincial-committee-office'],
      ['5', 'informal-charges', 7.7, 0.35, 7.35, 'provincial-inspectorate'],
      ['6', 'equal-competition', 7, 0.34, 6.66, 'planning-investment'],
      ['7', 'proactivity', 7.2, 0.44, 6.76, 'provincial-committee-office'],
      ['8', 'business-support', 7, 0.47, 6.53, 'planning-investment'],
      ['9', 'labour-training', 6.9, 0.19, 6.71, 'labour-invalids-social-affairs'],
      ['10', 'legal-order', 8.1, 0.14, 7.96, 'provincial-police'],
    ])
  })

  it('implies a composite of 69.30 with the weights of 2023, where 69.05 was published', () => {
    const weights = edition.compositeWeights.find(({ years: [first, last] }) => first <= 2023 && 2023 <= last)
    const composite = (entry?: number) =>
      plan.targets.reduce((sum, { subIndex, baseline }) => {
        const score = subIndex === 'market-entry' ? (entry ?? baseline) : baseline
        return sum + (score * (weights?.percent[subIndex] ?? Number.NaN)) / 10
      }, 0)
    expect(composite()).toBeCloseTo(69.3, 9)
    expect(composite(7.24)).toBeCloseTo(69.05, 9)
    expect(plan.publishedBaselineComposite).toBe(69.05)
    expect(plan.notes[0]?.vi).toContain('69,30')
  })

  it('has every task of part II, with who leads it', () => {
    const leads = plan.targets.map(({ tasks }) => tasks.map((each) => each.leads.join('+')))
    expect(leads.map((each) => each.length)).toEqual([11, 3, 4, 4, 5, 4, 3, 1, 1, 2])
    expect(leads[4]).toEqual(Array.from({ length: 5 }, () => 'inspectorate'))
    expect(leads[8]).toEqual(['department-office+affiliated-units'])
    for (const { target: goal, rise, tasks } of plan.targets) {
      const aim = tasks.find(({ text }) => text.vi.includes(`từ ${inVietnamese(goal)} điểm`))
      expect(aim?.text.vi).toContain(`tăng ${inVietnamese(rise)} điểm`)
    }
  })

  it('has the two deadlines: the units to the department, the department to planning and investment', () => {
    expect(plan.deadlines.map(({ before, from, through, to }) => [before, from, through, to])).toEqual([
      ['2024-12-05', ['unit-heads'], 'department-office', 'natural-resources-environment'],
      ['2024-12-10', ['department-office'], undefined, 'planning-investment'],
    ])
  })

  it('is written in composed Vietnamese, without the slips of the scan', () => {
    const text = JSON.stringify(plan)
    expect(text.normalize('NFC')).toBe(text)
    for (const slip of ['nhệm vụ', 'phân đầu', 'những nhiễu', 'đơn vị đề công khai', '**', './.']) {
      expect(text).not.toContain(slip)
    }
  })
})
