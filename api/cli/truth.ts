import process from 'node:process'
import { readOptions, runCommand } from './command.ts'
import { gradeFolder, type GroupGrade } from './truth/grade-folder.ts'
import { openTruthFolder } from './truth/truth-folder.ts'

/** Differences shown of one group; more would hide the other groups. */
const SHOWN = 5

// How many figures from outside this analysis reproduces, by group; exit 1 when any is wrong.
runCommand(() => {
  const { dir } = readOptions(['dir'], ['dir'])
  const groups = gradeFolder(openTruthFolder(dir ?? ''))
  for (const group of groups) process.stdout.write(linesOf(group).join(''))
  const wrong = sumOf(groups, ({ wrong: differences }) => differences.length)
  const reproduced = sumOf(groups, (group) => group.reproduced)
  const notCovered = sumOf(groups, (group) => sumOf(group.notCovered, ({ figures }) => figures))
  process.stdout.write(`${reproduced} reproduced, ${wrong} wrong, ${notCovered} not covered\n`)
  if (wrong > 0) process.exitCode = 1
})

function linesOf({ name, figures, reproduced, worst, wrong, notCovered }: GroupGrade): readonly string[] {
  const hidden = wrong.length - SHOWN
  return [
    `${name}: ${reproduced} of ${figures} reproduced, worst relative difference ${worst.toExponential(1)}\n`,
    ...wrong.slice(0, SHOWN).map((difference) => `  wrong: ${difference}\n`),
    ...(hidden > 0 ? [`  and ${hidden} more wrong\n`] : []),
    ...notCovered.map(
      ({ place, figures: absent, reason }) => `  not covered: ${place} (${absent}): ${reason}\n`,
    ),
  ]
}

function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0)
}
