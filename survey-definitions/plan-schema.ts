import { z } from 'zod'
import { Code, LocalizedText } from './localized-text-schema.ts'

const DateOnly = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2024-12-05')

/** Somebody the plan names: a unit inside the department or an agency outside it. */
const Body = z.strictObject({ code: Code, name: LocalizedText })

export const Task = z.strictObject({
  /** Its place in the plan, such as 1.1. */
  section: z.string().min(1),
  code: Code,
  /** Codes of the units that lead; `all-units` where the plan says so. */
  leads: z.array(Code).min(1),
  /** Whom they work with, in the plan's words. */
  with: LocalizedText.optional(),
  /** Codes of the units and agencies the task itself names as partners. */
  partners: z.array(Code).default([]),
  /** What it is about, in a few words, for lists. */
  title: LocalizedText.optional(),
  text: LocalizedText,
})

const Target = z.strictObject({
  subIndex: Code,
  /** The part of the plan's section II that sets it. */
  section: z.string().min(1),
  target: z.number(),
  /** Points above the baseline, as the plan says. */
  rise: z.number(),
  /** Score of the year before: target less rise. */
  baseline: z.number(),
  leadAgency: Code,
  responsibleUnits: z.array(Code).min(1),
  tasks: z.array(Task).min(1),
})

const Deadline = z.strictObject({
  code: Code,
  before: DateOnly,
  from: z.array(Code).min(1),
  through: Code.optional(),
  to: Code,
  text: LocalizedText,
})

/** Who makes the plan public, and where. */
const Publication = z.strictObject({ by: Code, text: LocalizedText })

/** A department's plan: targets, baselines, who leads, tasks and deadlines. */
export const Plan = z.strictObject({
  format: z.literal('pci-pulse/plan/1'),
  id: Code,
  title: LocalizedText,
  year: z.int(),
  baselineYear: z.int(),
  /** `name` is the province's name in files of provinces. */
  province: z.strictObject({ code: Code, name: z.string(), title: LocalizedText }),
  department: Code,
  issued: z.strictObject({
    number: z.string(),
    place: LocalizedText,
    date: z.string(),
    signedBy: z.string(),
    position: LocalizedText.optional(),
  }),
  basis: z.array(LocalizedText).min(1),
  purposes: z.array(LocalizedText).min(1),
  requirements: z.array(LocalizedText).min(1),
  /** The edition whose scale the department's own estimates use. */
  edition: Code,
  confidence: z.number().gt(0).lt(1),
  thresholds: z.strictObject({
    onTrack: z.number().gt(0.5).lt(1),
    offTrack: z.number().gt(0).lt(0.5),
  }),
  /** Firms of the province in the official survey: its own sampling error comes from this. */
  officialSampleSize: z.int().positive(),
  publishedBaselineComposite: z.number().optional(),
  /** Remarks on the plan that are not part of it. */
  notes: z.array(LocalizedText).default([]),
  /** The plan's own footnotes. */
  footnotes: z.array(LocalizedText).default([]),
  annexes: z.array(LocalizedText).default([]),
  units: z.array(Body).min(1),
  agencies: z.array(Body).min(1),
  targets: z.array(Target).min(1),
  organisation: z.array(LocalizedText).min(1),
  deadlines: z.array(Deadline).min(1),
  publication: Publication.optional(),
  recipients: z.array(LocalizedText).min(1),
})

export type Task = z.infer<typeof Task>
export type Plan = z.infer<typeof Plan>
