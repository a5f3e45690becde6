import type { ScaleLink } from '../../analysis/estimation.ts'
import type { ScaleLinkInputs } from '../../analysis/scale-link/scale-of-plan.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import { InputProblem } from './command.ts'
import { readBaselineWave, readPastPairs, readScaleProfile } from './read-inputs.ts'

/** The options that lead scores onto the scale of the targets. */
export const SCALE_LINK_OPTIONS = ['scale-link', 'profile', 'baseline', 'past-pairs'] as const

type Options = Partial<Record<(typeof SCALE_LINK_OPTIONS)[number], string>>

/** The link that each file is for; the file alone is enough to choose it. */
const LINK_OF = { profile: 'edition', baseline: 'baseline-wave', 'past-pairs': 'past-pairs' } as const

type LinkFile = keyof typeof LINK_OF

const FILES = Object.keys(LINK_OF).filter((name): name is LinkFile => name in LINK_OF)
const LINKS: readonly ScaleLink[] = ['none', 'edition', 'baseline-wave', 'past-pairs']

/** The scale link and what it rests on, as the options say. */
export function readScaleLink(
  options: Options,
  edition: Edition,
): { readonly scaleLink: ScaleLink; readonly linkInputs: ScaleLinkInputs } {
  const given = FILES.filter((file) => options[file] !== undefined)
  const [file, another] = given
  if (another !== undefined)
    throw new InputProblem(`--${file} and --${another} lead to the scale in two ways`)
  const scaleLink = namedLink(options['scale-link']) ?? (file === undefined ? 'none' : LINK_OF[file])
  if (file !== undefined && LINK_OF[file] !== scaleLink)
    throw new InputProblem(`--${file} is for --scale-link ${LINK_OF[file]}, not ${scaleLink}`)
  const required = FILES.find((one) => LINK_OF[one] === scaleLink)
  if (scaleLink !== 'none' && scaleLink !== 'edition' && file === undefined)
    throw new InputProblem(`--scale-link ${scaleLink} requires --${required}`)
  return { scaleLink, linkInputs: inputsOf(options, edition) }
}

function namedLink(name: string | undefined): ScaleLink | undefined {
  if (name === undefined) return undefined
  const link = LINKS.find((one) => one === name)
  if (link) return link
  throw new InputProblem(`--scale-link takes ${LINKS.join(', ')}, not ${name}`)
}

function inputsOf({ profile, baseline, 'past-pairs': pairs }: Options, edition: Edition): ScaleLinkInputs {
  return {
    profile: profile === undefined ? undefined : readScaleProfile(profile, edition),
    baselineWave: baseline === undefined ? undefined : readBaselineWave(baseline, edition),
    pastPairs: pairs === undefined ? undefined : readPastPairs(pairs, edition),
  }
}
