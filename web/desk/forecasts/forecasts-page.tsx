import type { ProvinceForecastsView, YearForecastsView } from '../../../api/views.ts'
import { FORECASTS_CSV, getForecasts } from '../api-client.ts'
import { Loaded } from '../loaded.tsx'
import { PageHeading } from '../page-heading.tsx'
import { useResource } from '../use-resource.ts'
import { ForecastRecord } from './forecast-record.tsx'
import { OfficialScoresForm } from './official-scores-form.tsx'
import { WaveForecasts } from './wave-forecasts.tsx'

/** The ledger: every forecast, held against what VCCI published in the end. */
export function ForecastsPage() {
  const forecasts = useResource('forecasts', getForecasts)
  return (
    <article class="forecasts">
      <PageHeading title="Đối chiếu dự báo với điểm công bố" />
      <p class="quiet">
        Trước khi có điểm chính thức, mỗi bản kết quả đã dự báo điểm sẽ công bố. Khi VCCI công bố, nhập điểm
        vào đây: bản kết quả mới nhất của từng đợt lúc đó được chốt và chấm.
      </p>
      <Loaded resource={forecasts}>
        {(provinces) =>
          provinces.length === 0 ? (
            <p>
              Chưa có đợt khảo sát nào nên chưa có dự báo. <a href="/desk/waves/new">Tạo đợt mới</a>
            </p>
          ) : (
            <>
              <TakeAway provinces={provinces} />
              {provinces.map((province) => (
                <Province
                  key={province.province.code}
                  forecasts={province}
                  isAlone={provinces.length === 1}
                  onSaved={forecasts.reload}
                />
              ))}
            </>
          )
        }
      </Loaded>
    </article>
  )
}

/** The file is of use once there is a forecast, scored or not. */
function TakeAway({ provinces }: { provinces: readonly ProvinceForecastsView[] }) {
  const waves = provinces.flatMap(({ years }) => years.flatMap((year) => year.waves))
  if (waves.every(({ entries, open }) => entries.length + open.length === 0)) return null
  return (
    <div class="actions no-print">
      <button type="button" class="button button-quiet" onClick={() => print()}>
        In trang này
      </button>
      <a class="button button-quiet" href={FORECASTS_CSV} download>
        Tải forecasts.csv
      </a>
    </div>
  )
}

interface ProvinceProps {
  forecasts: ProvinceForecastsView
  isAlone: boolean
  onSaved: () => Promise<void>
}

function Province({ forecasts, isAlone, onSaved }: ProvinceProps) {
  const { province, years } = forecasts
  return (
    <>
      <ForecastRecord forecasts={forecasts} />
      {years.map((year) => (
        <Year
          key={year.year}
          title={isAlone ? `PCI ${year.year}` : `PCI ${year.year}, ${province.name}`}
          province={province.code}
          year={year}
          onSaved={onSaved}
        />
      ))}
    </>
  )
}

interface YearProps {
  title: string
  province: string
  year: YearForecastsView
  onSaved: () => Promise<void>
}

function Year({ title, province, year, onSaved }: YearProps) {
  const id = `${province}-${year.year}`
  const sources = [...new Set(year.officials.map(({ source }) => source))]
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="small">
        {sources.length === 0
          ? 'Chưa nhập điểm công bố: các dự báo dưới đây chờ được chấm.'
          : `Nguồn điểm công bố: ${sources.join('; ')}.`}
      </p>
      {year.waves.map((wave) => (
        <WaveForecasts key={wave.wave} year={year} wave={wave} />
      ))}
      <details class="no-print">
        <summary>
          {sources.length === 0 ? 'Nhập' : 'Sửa'} điểm công bố năm {year.year}
        </summary>
        <OfficialScoresForm province={province} year={year} onSaved={onSaved} />
      </details>
    </section>
  )
}
