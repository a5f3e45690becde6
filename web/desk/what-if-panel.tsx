import { useState } from 'preact/hooks'
import type { SubIndexEstimate } from '../../analysis/estimation.ts'
import { nameOf } from './definition-lookup.ts'
import { type IndicatorLever, valueAfter } from './indicator-levers.ts'
import { valueText, valueUnit } from './indicator-value.ts'
import { supposedScore, supposedSubIndex } from './supposed-scores.ts'
import { changeText, figureText, intervalText, probabilityText, scoreText } from './vietnamese-numbers.ts'
import type { WaveContents } from './wave-context.ts'

interface WhatIfPanelProps {
  contents: WaveContents
  estimate: SubIndexEstimate
  levers: readonly IndicatorLever[]
}

/** A slider an indicator, and what score, interval and probability they would make. Nothing is stored. */
export function WhatIfPanel({ contents, estimate, levers }: WhatIfPanelProps) {
  const [steps, setSteps] = useState<ReadonlyMap<string, number>>(new Map())
  if (levers.length === 0) return null
  return (
    <details class="what-if">
      <summary>Thử: nếu chỉ tiêu thay đổi thì sao</summary>
      <SupposedFigures contents={contents} estimate={estimate} levers={levers} steps={steps} />
      <ul class="sliders">
        {levers.map((lever) => (
          <LeverSlider
            key={lever.code}
            lever={lever}
            steps={steps.get(lever.code) ?? 0}
            change={(taken) => setSteps(new Map([...steps, [lever.code, taken]]))}
          />
        ))}
      </ul>
      <button type="button" class="button button-quiet" onClick={() => setSteps(new Map())}>
        Đặt lại như hiện nay
      </button>
    </details>
  )
}

interface SupposedFiguresProps extends WhatIfPanelProps {
  steps: ReadonlyMap<string, number>
}

function SupposedFigures({ contents, estimate, levers, steps }: SupposedFiguresProps) {
  const { confidence = 0.9, composite } = contents.snapshot?.estimation ?? {}
  const supposed = { steps, confidence }
  const own = supposedSubIndex(estimate, levers, supposed)
  const whole =
    composite &&
    supposedScore(
      composite,
      levers.map((lever) => ({ ...lever, gain: lever.gradient.composite })),
      supposed,
    )
  if (own === undefined) return null
  const { lower, upper } = own
  const interval = lower !== null && upper !== null ? ` (${intervalText(lower, upper)})` : ''
  return (
    <p role="status">
      Điểm <strong>{scoreText(own.score)}</strong>
      {interval}, so với hiện nay {changeText(own.gain)}; xác suất đạt mục tiêu{' '}
      <strong>{figureText(own.probability, probabilityText)}</strong>
      {whole && `; điểm tổng hợp ${scoreText(whole.score)} (${changeText(whole.gain)})`}.
    </p>
  )
}

interface LeverSliderProps {
  lever: IndicatorLever
  steps: number
  change: (steps: number) => void
}

/** How finely a slider goes: a hundred places from now to the cap. */
const PLACES = 100

function LeverSlider({ lever, steps, change }: LeverSliderProps) {
  const { indicator, question } = lever.view
  const unit = valueUnit(indicator, question?.item)
  const goal = valueText(valueAfter(lever, steps), unit)
  return (
    <li>
      <label>
        <span>
          <span class="code">{indicator.id}</span> {nameOf(indicator, indicator.id)}
        </span>
        <input
          type="range"
          min={0}
          max={PLACES}
          value={(steps / lever.room) * PLACES}
          aria-valuetext={goal}
          onInput={(event) => change((Number(event.currentTarget.value) / PLACES) * lever.room)}
        />
      </label>
      <span class="slider-value">
        {valueText(lever.value, unit)}
        {steps > 0 && ` → ${goal} (${changeText(steps * lever.gain)})`}
      </span>
    </li>
  )
}
