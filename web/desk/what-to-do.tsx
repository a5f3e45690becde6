import type { Route } from '../../analysis/actions/cheapest-route.ts'
import type { SubIndexEstimate } from '../../analysis/estimation.ts'
import { type SubIndexView, indicatorViews, nameOf } from './definition-lookup.ts'
import { type IndicatorLever, indicatorLevers, valueAfter } from './indicator-levers.ts'
import { gainText, publishedValues, valueText, valueUnit } from './indicator-value.ts'
import { routeToTarget } from './supposed-scores.ts'
import { TableHeads } from './table-heads.tsx'
import { changeText, scoreText } from './vietnamese-numbers.ts'
import type { WaveContents } from './wave-context.ts'
import { WhatIfPanel } from './what-if-panel.tsx'

interface WhatToDoProps {
  contents: WaveContents
  view: SubIndexView
}

/** Which indicators to raise, in which order and how far, to reach the target with the least effort. */
export function WhatToDo({ contents, view: { subIndex, estimate } }: WhatToDoProps) {
  const { snapshot } = contents
  if (!snapshot || !estimate) return null
  const levers = indicatorLevers(indicatorViews(contents, subIndex.code), snapshot.estimation.gradients)
  const route = routeToTarget(estimate, levers)
  if (route === undefined) return null
  return (
    <section aria-labelledby="what-to-do">
      <h2 id="what-to-do">Nên làm gì</h2>
      <p>{routeWords(route, estimate, yearOf(levers))}</p>
      {route.steps.length > 0 && (
        <>
          <RouteTable contents={contents} route={route} levers={levers} />
          <p class="small quiet">
            Việc nào tăng nhiều điểm nhất so với quãng đường phải đi thì xếp trước; quãng đường đo bằng khoảng
            cách giữa tỉnh thấp nhất và tỉnh cao nhất, coi như khó ngang nhau ở mọi chỉ tiêu. Không chỉ tiêu
            nào được tính vượt mức tốt nhất các tỉnh đã đạt. Ước lượng bằng đúng mục tiêu thì khả năng đạt mới
            khoảng một nửa.
          </p>
        </>
      )}
      <WhatIfPanel contents={contents} estimate={estimate} levers={levers} />
    </section>
  )
}

/** @example routeWords(route, { score: 7.8, target: 7.7 }, '2019') // 'Ước lượng 7,80 đã …' */
function routeWords(
  { isReached, steps, score, shortfall }: Route,
  { score: now, target }: SubIndexEstimate,
  year: string,
): string {
  const goal = scoreText(target ?? 0)
  if (steps.length === 0 && isReached) {
    return `Ước lượng ${scoreText(now ?? 0)} đã bằng hoặc vượt mục tiêu ${goal}; việc cần làm là giữ được mức này.`
  }
  if (isReached) {
    return `Để ước lượng lên tới mục tiêu ${goal}, cách ít tốn công nhất là làm lần lượt ${steps.length} việc sau.`
  }
  return (
    `Kể cả khi mọi chỉ tiêu lên tới mức tốt nhất các tỉnh${year} ước lượng cũng chỉ đạt ${scoreText(score)}, ` +
    `còn thiếu ${scoreText(shortfall)} điểm so với mục tiêu ${goal}. Thứ tự nên làm:`
  )
}

function yearOf(levers: readonly IndicatorLever[]): string {
  const year = levers
    .map(({ view }) => publishedValues(view.indicator).national?.year)
    .find((one) => one !== undefined)
  return year === undefined ? '' : ` năm ${year},`
}

const HEADS = ['Hiện nay', 'Cần đạt', 'Điểm mỗi bước', 'Điểm tăng', 'Điểm khi xong'] as const

interface RouteTableProps {
  contents: WaveContents
  route: Route
  levers: readonly IndicatorLever[]
}

function RouteTable({ contents, route, levers }: RouteTableProps) {
  return (
    <table class="figures route-table stacking" role="table">
      <caption class="visually-hidden">Các chỉ tiêu cần cải thiện, theo thứ tự</caption>
      <TableHeads first="Chỉ tiêu" figures={HEADS} />
      <tbody role="rowgroup">
        {route.steps.map((step) => {
          const lever = levers.find(({ code }) => code === step.code)
          return lever && <RouteRow key={step.code} contents={contents} lever={lever} step={step} />
        })}
      </tbody>
    </table>
  )
}

interface RouteRowProps {
  contents: WaveContents
  lever: IndicatorLever
  step: Route['steps'][number]
}

function RouteRow({ contents, lever, step }: RouteRowProps) {
  const { indicator, question } = lever.view
  const unit = valueUnit(indicator, question?.item)
  const texts = [
    valueText(lever.value, unit),
    valueText(valueAfter(lever, step.change), unit),
    gainText(lever.gradient, unit),
    changeText(step.gain),
    scoreText(step.score),
  ]
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="name">
        <a href={`/desk/waves/${contents.wave.id}/results/${indicator.subIndex}/${indicator.id}`}>
          <span class="code">{indicator.id}</span> {nameOf(indicator, indicator.id)}
        </a>
        {step.isWhole && <span class="agency">tới mức tốt nhất các tỉnh</span>}
      </th>
      {texts.map((text, column) => (
        <td role="cell" class="number" key={HEADS[column]} data-label={HEADS[column]}>
          {text}
        </td>
      ))}
    </tr>
  )
}
