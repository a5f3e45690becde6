import type { LinkView } from '../../../api/views.ts'
import { getLinks } from '../api-client.ts'
import { Loaded } from '../loaded.tsx'
import { LocalAddressWarning } from '../local-address-warning.tsx'
import { NotFoundPage } from '../not-found-page.tsx'
import { PageHeading } from '../page-heading.tsx'
import { Trail } from '../trail.tsx'
import { useResource } from '../use-resource.ts'
import { useWave } from '../wave-context.ts'
import { HANDOUTS, type HandoutCode } from './handouts.ts'
import { Poster } from './poster.tsx'
import { SlipSheet } from './slip-sheet.tsx'
import { TableTent } from './table-tent.tsx'

/** One thing to print for one link, as it will come out of the printer. */
export function HandoutPage({ params }: { params?: { code?: string; handout?: string } }) {
  const { wave } = useWave()
  const links = useResource(wave.id, () => getLinks(wave.id))
  const handout = HANDOUTS.find(({ code }) => code === params?.handout)
  return (
    <Loaded resource={links}>
      {(list) => {
        const link = list.find(({ code }) => code === params?.code)
        if (link === undefined || handout === undefined) return <NotFoundPage />
        return <HandoutPreview link={link} handout={handout} />
      }}
    </Loaded>
  )
}

/** What runs over the side of a narrow screen is scrolled by keyboard too: so it takes the focus. */
const SCROLLING = { role: 'group', tabIndex: 0 } as const

function HandoutPreview({ link, handout }: { link: LinkView; handout: (typeof HANDOUTS)[number] }) {
  const { wave } = useWave()
  return (
    <article>
      <div class="no-print">
        <Trail steps={[{ name: 'Thu thập', href: `/desk/waves/${wave.id}` }]} />
        <PageHeading title={`In cho ${link.label}`} />
        <nav aria-label="Loại bản in">
          <ul class="handout-choice">
            {HANDOUTS.map(({ code, name }) => (
              <li key={code}>
                <a
                  href={`/desk/waves/${wave.id}/links/${link.code}/print/${code}`}
                  aria-current={code === handout.code ? 'page' : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LocalAddressWarning url={link.url} />
        {wave.state !== 'open' && (
          <p class="note">
            {wave.state === 'draft'
              ? 'Đợt này chưa nhận phiếu. Mở đợt trước khi treo hoặc phát.'
              : 'Đợt này đã đóng, không nhận phiếu nữa. Hãy gỡ bản đã treo.'}
          </p>
        )}
        <div class="actions">
          <button type="button" class="button" onClick={() => print()}>
            In {handout.name.charAt(0).toLowerCase() + handout.name.slice(1)}
          </button>
          <span class="small quiet">{handout.print}</span>
        </div>
      </div>
      <div class="handout-frame" aria-label={handout.name} {...SCROLLING}>
        <Handout code={handout.code} link={link} />
      </div>
    </article>
  )
}

function Handout({ code, link }: { code: HandoutCode; link: LinkView }) {
  if (code === 'table-tent') return <TableTent link={link} />
  if (code === 'slips') return <SlipSheet link={link} />
  return <Poster link={link} size={code === 'poster-a4' ? 'a4' : 'a5'} />
}
