import { LinksPanel } from './links-panel.tsx'
import { PageHeading } from './page-heading.tsx'
import { PaperPanel } from './paper/paper-panel.tsx'
import { ReleasePanel } from './release-panel.tsx'
import { ScaleLinkPanel } from './scale-link-panel.tsx'
import { useWave } from './wave-context.ts'
import { WaveStatePanel } from './wave-state-panel.tsx'
import { WaveTitleForm } from './wave-title-form.tsx'

/** Running one wave: its state, the ways in, releases, and the scale its verdicts use. */
export function WavePage() {
  const { wave, questionnaire } = useWave()
  return (
    <article>
      <PageHeading title="Thu thập">{wave.title}</PageHeading>
      <p class="quiet small">
        Phiếu: {questionnaire.title.vi} ({questionnaire.id}, bản {questionnaire.version}), khoảng{' '}
        {questionnaire.minutes} phút.{' '}
        <a href={`/desk/preview?questionnaire=${wave.questionnaire}`}>Xem thử phiếu</a>
      </p>
      <div class="wave-columns">
        <div>
          <WaveStatePanel />
          <LinksPanel />
          <PaperPanel />
          <WaveTitleForm />
        </div>
        <div>
          <ReleasePanel />
          <ScaleLinkPanel />
        </div>
      </div>
    </article>
  )
}
