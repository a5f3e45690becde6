import type { ComponentChildren } from 'preact'
import type { FrozenForecast, ScoredForecast } from '../../../analysis/forecasts/score-forecast.ts'
import type { WaveForecastsView, YearForecastsView } from '../../../api/views.ts'
import { nameOf } from '../definition-lookup.ts'
import {
  changeText,
  decimalText,
  intervalText,
  percentText,
  probabilityText,
  scoreText,
} from '../vietnamese-numbers.ts'
import { TableHeads } from '../table-heads.tsx'

interface ForecastTableProps {
  year: YearForecastsView
  wave: WaveForecastsView
}

/** The forecasts of one wave in the plan's order, each beside its official score where there is one. */
export function ForecastTable({ year, wave }: ForecastTableProps) {
  return (
    <table class="figures stacking" role="table">
      <caption class="visually-hidden">
        Dự báo của {wave.title} so với điểm công bố năm {year.year}
      </caption>
      <TableHeads first="Chỉ số thành phần" figures={forecastHeads(wave)} />
      <tbody role="rowgroup">
        {year.subIndices.map((subIndex) => {
          const cells = cellsOf(wave, subIndex.code)
          return (
            cells && (
              <tr role="row" key={subIndex.code}>
                <th role="rowheader" scope="row" class="name">
                  {nameOf(subIndex, subIndex.code)}
                </th>
                {forecastHeads(wave).map((head, column) => (
                  <td role="cell" class="number" data-label={head} key={head}>
                    {cells[column]}
                  </td>
                ))}
              </tr>
            )
          )
        })}
      </tbody>
    </table>
  )
}

/** Until something is published there is nothing to say of it. */
function forecastHeads({ entries, open }: WaveForecastsView): readonly string[] {
  const confidence = entries[0]?.forecast.confidence ?? open[0]?.confidence
  const interval = confidence === undefined ? 'Khoảng' : `Khoảng ${percentText(confidence)}`
  const said = ['Dự báo', interval, 'Mục tiêu', 'Xác suất đạt']
  return entries.length === 0 ? said : [...said, 'Công bố', 'Sai lệch', 'Trong khoảng', 'Điểm Brier']
}

type Cells = readonly ComponentChildren[]

function cellsOf({ entries, open }: WaveForecastsView, subIndex: string): Cells | undefined {
  const entry = entries.find(({ forecast }) => forecast.subIndex === subIndex)
  if (entry) return [...forecastCells(entry.forecast), ...scoredCells(entry)]
  const waiting = open.find((forecast) => forecast.subIndex === subIndex)
  return waiting && [...forecastCells(waiting), '–', '–', '–', '–']
}

function forecastCells({ score, lower, upper, target, probability }: FrozenForecast): Cells {
  return [scoreText(score), intervalText(lower, upper), scoreText(target), probabilityText(probability)]
}

function scoredCells({ official, error, covered, met, brier }: ScoredForecast): Cells {
  return [
    <>
      {scoreText(official)} <span class="agency">{met ? 'đạt' : 'không đạt'}</span>
    </>,
    changeText(error),
    covered ? 'có' : 'không',
    decimalText(brier, 2),
  ]
}
