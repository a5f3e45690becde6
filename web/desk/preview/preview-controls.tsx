import { useId } from 'preact/hooks'
import type { Language } from '../../../survey-definitions/language.ts'
import { type PreviewChannel, type Width, WIDTHS } from './preview-frame.tsx'

interface PreviewControlsProps {
  languages: readonly Language[]
  language: Language
  setLanguage: (language: Language) => void
  channel: PreviewChannel
  setChannel: (channel: PreviewChannel) => void
  width: Width
  setWidth: (width: Width) => void
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English', zh: '中文' }
const CHANNELS = ['open', 'interviewer'] as const
const CHANNEL_NAMES: Readonly<Record<PreviewChannel, string>> = {
  open: 'Mã QR',
  interviewer: 'Phỏng vấn',
}
const WIDTH_NAMES: Readonly<Record<Width, string>> = {
  '320': '320 px',
  '360': '360 px',
  '768': '768 px',
  full: 'Hết bề ngang',
}

/** In which language, through which channel and how wide the page is looked at. */
export function PreviewControls(props: PreviewControlsProps) {
  return (
    <div class="preview-controls">
      <Choice
        label="Ngôn ngữ"
        values={props.languages}
        names={LANGUAGE_NAMES}
        chosen={props.language}
        onChoose={props.setLanguage}
      />
      <Choice
        label="Kênh"
        values={CHANNELS}
        names={CHANNEL_NAMES}
        chosen={props.channel}
        onChoose={props.setChannel}
      />
      <Choice
        label="Bề ngang"
        values={WIDTHS}
        names={WIDTH_NAMES}
        chosen={props.width}
        onChoose={props.setWidth}
      />
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  values: readonly Value[]
  names: Readonly<Record<Value, string>>
  chosen: Value
  onChoose: (value: Value) => void
}

function Choice<Value extends string>({ label, values, names, chosen, onChoose }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ currentTarget }) => {
          const value = values.find((one) => one === currentTarget.value)
          if (value !== undefined) onChoose(value)
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {names[value]}
          </option>
        ))}
      </select>
    </div>
  )
}
