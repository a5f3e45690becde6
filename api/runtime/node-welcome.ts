import { resolve } from 'node:path'
import type { Dependencies } from '../dependencies.ts'
import { createEnrolment } from '../staff/enrolment.ts'
import { findSurveyLink } from '../waves/first-wave.ts'
import type { NodeConfig } from './node-config.ts'

/** Prints the three things a person needs: the survey link, the way into the desk, the data file. */
export async function printWelcome(dependencies: Dependencies, config: NodeConfig): Promise<void> {
  const survey = await findSurveyLink(dependencies)
  const { url } = await createEnrolment(dependencies)
  const lines = [
    config.demo ? 'Nhịp PCI · dữ liệu mô phỏng (simulated data)' : 'Nhịp PCI',
    '',
    `  Phiếu khảo sát (survey)   ${survey?.url ?? 'chưa có đợt nào mở: mở một đợt ở bàn điều hành'}`,
    `  Bàn điều hành (desk)      ${url}`,
    '                            dùng một lần, trong 30 phút (once, within 30 minutes); thêm: npm run -s enrol',
    `  Tệp dữ liệu (data file)   ${resolve(config.databasePath)}`,
    ...transportWarning(config.origin),
  ]
  console.log(`\n${lines.join('\n')}\n`)
}

/** The desk's cookie is `__Host-`: browsers take it over plain HTTP on localhost only. */
function transportWarning(origin: string): readonly string[] {
  const { protocol, hostname } = new URL(origin)
  if (protocol === 'https:' || hostname === 'localhost') return []
  return [
    '',
    `  ${origin} không dùng TLS: bàn điều hành chỉ đăng nhập được qua https hoặc ở localhost (TLS needed).`,
  ]
}
