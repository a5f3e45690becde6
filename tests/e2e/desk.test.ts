import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countsOf, factOf, flawsOf, modulesOf, modulesSeen } from './desk-checks.ts'
import { type DeskSite, enrol, FIRMS, type Staff } from './desk-site.ts'
import { servedDesk } from './served-desk.ts'

const desk = servedDesk()
let site: DeskSite
let browser: Browser
let staff: Staff

beforeAll(() => {
  site = desk.site()
  browser = desk.browser()
})

beforeEach(async () => {
  staff = await desk.enter()
})

afterEach(async () => {
  await staff.leave()
})

describe('entering', () => {
  it('takes the token out of the address and leads to the results of the open wave', async () => {
    await staff.page.waitForURL(`${site.origin}${site.results}`)
    expect(await staff.heading()).toBe('PCI 2024 so với mục tiêu kế hoạch')
    await staff.page.goBack()
    expect(staff.page.url()).not.toContain('enrol')
  })

  it('tells those without a link how to get one, and takes a pasted one', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${site.origin}/desk`)
    expect(await page.locator('main').innerText()).toContain('npm run -s enrol')
    await page.getByLabel('Đã có đường dẫn? Dán vào đây').fill('không phải')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    expect(await page.getByRole('alert').first().innerText()).toContain('không phải đường dẫn ghi danh')
    await page.getByLabel('Đã có đường dẫn? Dán vào đây').fill(await site.enrolmentLink())
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByLabel('Họ và tên của anh/chị').waitFor()
    await context.close()
  })

  it('refuses a link that was used, in words', async () => {
    const link = await site.enrolmentLink()
    const names = []
    for (const _ of ['first', 'second']) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(link)
      await page.getByLabel('Họ và tên của anh/chị').fill('Hoa')
      await page.getByRole('button', { name: 'Vào bàn điều hành' }).click()
      await page.locator('.problem, .overview').first().waitFor()
      names.push(await page.locator('main').innerText())
      await context.close()
    }
    expect(names[0]).toContain('Điểm tổng hợp')
    expect(names[1]).toContain('Đường dẫn ghi danh đã dùng hoặc đã hết hạn')
  })

  it('comes back to the same page after a session that ended', async () => {
    const { page, context } = staff
    await staff.open(`${site.results}/land-access`)
    await context.clearCookies()
    await page.getByRole('link', { name: 'Các đợt khảo sát' }).click()
    await page.getByRole('heading', { name: 'Phiên làm việc đã kết thúc' }).waitFor()
    await enrol(page, site)
    expect(await staff.heading()).toBe('Các đợt khảo sát')
  })
})

describe('from the composite down to the answers', () => {
  it('shows ten sub-indices against their targets and leads to a distribution', async () => {
    const { page } = staff
    await staff.open(site.results)
    expect(await page.locator('.overview-table tbody tr').count()).toBe(10)
    expect(await page.locator('.provenance').innerText()).toContain(`${FIRMS} doanh nghiệp`)
    expect(await page.locator('.provenance').innerText()).toContain('Tham khảo')
    const row = page.getByRole('row', { name: /Chi phí không chính thức/ })
    expect(await row.innerText()).toMatch(/7,35\s+7,70\s+\d,\d\d\s+\d,\d–\d+,\d/)
    expect(await page.locator('.deadlines').innerText()).toContain('trước ngày 05/12/2024')

    await row.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: '5 Chi phí không chính thức' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.locator('main').innerText()).toMatch(/Sai số của khảo sát chính thức[^±]+±0,\d\d/)
    expect(await page.locator('main').innerText()).toContain('Đơn vị chịu trách nhiệm: Thanh tra Sở.')

    await page.getByRole('link', { name: /^5\.01/ }).click()
    await page.getByRole('heading', { level: 1, name: /^5\.01/ }).waitFor()
    expect(await page.locator('blockquote').innerText()).toContain('những khoản không chính thức')
    expect(await countsOf(page.locator('.bars'))).toBe(await factOf(staff, 'Có trả lời'))
    // Everybody either answered or did not for one of four reasons.
    const missing = ['Không thuộc diện hỏi', 'Chọn “Không biết”', 'Chọn “Không muốn trả lời”', 'Để trống']
    const parts = await Promise.all(['Có trả lời', ...missing].map((name) => factOf(staff, name)))
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(FIRMS)
  })

  it('shows numbers as a histogram with the same figures in a table', async () => {
    await staff.open(`${site.results}/time-costs/4.10`)
    expect(await staff.page.locator('.histogram-bars .bar').count()).toBeGreaterThan(1)
    await staff.page.getByText('Bảng số liệu của hình').click()
    expect(await countsOf(staff.page.locator('.bars'))).toBe(await factOf(staff, 'Có trả lời'))
  })

  it('says so at an address that leads nowhere', async () => {
    await staff.open(`${site.results}/no-such-index`)
    expect(await staff.heading()).toBe('Không có trang này')
  })
})

describe('running a wave', () => {
  it('makes a link whose poster carries its address and a code that reads the same', async () => {
    const { page } = staff
    await staff.open(`/desk/waves/${site.wave}`)
    await page.getByLabel('Nơi treo hoặc nơi gửi').fill('Quầy một cửa Đồng Đăng')
    await page.getByRole('button', { name: 'Tạo đường dẫn' }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'Quầy một cửa Đồng Đăng' })
    const url = await row.locator('.address').innerText()
    expect(url).toMatch(new RegExp(`^${site.origin}/s/[a-z0-9]{6,}$`))
    expect((await fetch(url)).status).toBe(200)

    await row.getByRole('link', { name: /In áp phích/ }).click()
    await page.locator('.poster').waitFor()
    expect(await page.locator('.handout-address').innerText()).toBe(url.replace('http://', ''))
    expect(await page.locator('.note').first().innerText()).toContain('Chưa nên in để treo')
    await page.emulateMedia({ colorScheme: 'dark' })
    const expected = modulesOf(url)
    expect(await modulesSeen(page.locator('.poster .qr-code'), expected.length)).toEqual(expected)
  })

  it('deletes a link only after asking', async () => {
    const { page } = staff
    const { code } = await site.addLink('Nơi treo tạm')
    await staff.open(`/desk/waves/${site.wave}`)
    await page.getByRole('button', { name: 'Xóa đường dẫn Nơi treo tạm' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await fetch(`${site.origin}/s/${code}`)).status).toBe(200)
    await page.getByRole('button', { name: 'Xóa đường dẫn Nơi treo tạm' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa đường dẫn' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Nơi treo tạm').waitFor({ state: 'detached' })
    // The row that was asked from is gone: the focus goes to the page, not to nowhere.
    await page.waitForFunction(() => document.activeElement?.id === 'main')
    expect((await fetch(`${site.origin}/s/${code}`)).status).toBe(404)
  })

  it('takes a new wave from draft to open to closed, and says what comes next on the way', async () => {
    const { page } = staff
    await staff.open('/desk/waves/new')
    await page.getByLabel('Tên đợt').fill('Quý IV năm 2024')
    await page.getByLabel(/Phiếu hỏi nhanh/).check()
    await page.getByRole('button', { name: 'Tạo bản nháp' }).click()
    await page.getByRole('heading', { level: 1, name: 'Quý IV năm 2024' }).waitFor()

    await page.getByRole('button', { name: 'Mở đợt khảo sát' }).click()
    expect(await page.getByRole('dialog').innerText()).toContain('không đổi được nữa')
    await page.getByRole('button', { name: 'Thôi' }).click()
    expect(await page.locator('.wave-state').innerText()).toBe('bản nháp')
    // The focus is back where the question was asked from.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Mở đợt khảo sát')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Mở đợt', exact: true }).click()
    await page.getByRole('button', { name: 'Đóng đợt khảo sát' }).waitFor()

    await page.getByRole('link', { name: 'Kết quả' }).click()
    await page.getByRole('heading', { name: 'Chưa có kết quả. Việc tiếp theo' }).waitFor()
    await page.getByRole('link', { name: 'Thu thập' }).click()
    await page.getByRole('button', { name: 'Đóng đợt khảo sát' }).click()
    await page.getByRole('button', { name: 'Đóng đợt', exact: true }).click()
    await page.getByText('Không nhận thêm phiếu').waitFor()
  })

  it('releases ten or more at once, and says when there are fewer', async () => {
    const { page } = staff
    await staff.open(`/desk/waves/${site.wave}`)
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Tổng hợp', exact: true })
    await page.getByRole('button', { name: 'Tổng hợp ngay' }).click()
    await confirm.click()
    await page.getByRole('dialog').getByText('Chưa đủ 10 phiếu').waitFor()
    await page.getByRole('button', { name: 'Thôi' }).click()

    await site.answer(12)
    await page.getByRole('button', { name: 'Tổng hợp ngay' }).click()
    await confirm.click()
    await page.getByRole('row', { name: /^2 \d\d\/\d\d\/\d{4} 12$/ }).waitFor()
    await page.getByRole('link', { name: 'Kết quả' }).click()
    expect(await page.locator('.provenance').innerText()).toContain(`${FIRMS + 12} doanh nghiệp`)
  })
})

describe('what the analysis takes beside answers', () => {
  it('loads margins, or names the row that is wrong and keeps what was there', async () => {
    const { page } = staff
    await staff.open(`/desk/waves/${site.wave}/inputs`)
    const upload = async (csv: string) =>
      page
        .getByLabel(/Tải lên tệp CSV/)
        .setInputFiles({ name: 'margins.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await upload('item,option,count\nlegal-form,private,10\nlegal-form,nowhere,5\n')
    await page.getByText('Dòng ').first().waitFor()
    expect(await page.locator('#margins').locator('..').innerText()).toContain('Chưa nạp cơ cấu nào')
    await upload(await page.locator('pre').evaluate((pre) => pre.textContent.replaceAll(/,0$/gm, ',25')))
    await page.getByText('Bấm “Phân tích lại” để đưa vào kết quả').waitFor()
    expect(await page.locator('.margin-tables table').count()).toBeGreaterThan(1)
  })

  it('stores hard data as typed and analyses again', async () => {
    const { page } = staff
    await staff.open(`/desk/waves/${site.wave}/inputs`)
    await page.getByLabel('Giá trị của chỉ tiêu 8.01').fill('mười hai')
    await page.getByRole('button', { name: 'Lưu số liệu' }).click()
    await page.getByText('Nhập một số, ví dụ 12,5').waitFor()
    await page.getByLabel('Giá trị của chỉ tiêu 8.01').fill('12')
    await page.getByLabel('Nguồn của chỉ tiêu 8.01').fill('Sở Công Thương')
    await page.getByRole('button', { name: 'Lưu số liệu' }).click()
    await page.getByText('Máy chủ đang giữ 9 giá trị').waitFor()
    await page.getByRole('button', { name: 'Phân tích lại' }).click()
    await page.getByText('Đã phân tích xong').waitFor()
    await staff.open(`${site.results}/business-support/8.01`)
    expect(await staff.page.locator('.facts').first().innerText()).toContain('12,0')
  })
})

describe('taking data away', () => {
  it('downloads every file with the rows that the page counts', async () => {
    const { page } = staff
    await staff.open(`/desk/waves/${site.wave}/exports`)
    for (const file of ['responses', 'estimates', 'codebook']) {
      const link = page.getByRole('link', { name: `Tải ${file}.csv` })
      const row = page.getByRole('row').filter({ has: link })
      const counted = Number((await row.locator('.number').innerText()).replace('.', ''))
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      const csv = await readFile(await download.path(), 'utf8')
      expect(csv.charCodeAt(0)).toBe(0xfeff)
      expect({ file, rows: csv.trimEnd().split('\r\n').length - 1 }).toEqual({ file, rows: counted })
    }
  })
})

describe('every page', () => {
  it.each([360, 1440])(
    'fits %d pixels, is named throughout, and the browser has nothing to say',
    async (width) => {
      await staff.page.setViewportSize({ width, height: 800 })
      for (const path of site.pages) {
        await staff.open(path)
        await staff.page.waitForFunction(() => document.querySelector('.loading') === null)
        expect({ path, flaws: await flawsOf(staff) }).toEqual({ path, flaws: [] })
      }
      expect(staff.complaints).toEqual([])
    },
  )

  it('says so while the network is gone, and that nothing was done', async () => {
    const { page, context } = staff
    await staff.open(`/desk/waves/${site.wave}`)
    await context.setOffline(true)
    await page.getByText('Mất kết nối mạng').waitFor()
    await page.getByRole('button', { name: 'Tổng hợp ngay' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tổng hợp', exact: true }).click()
    const answer = page.getByRole('dialog').getByText('Không kết nối được')
    await answer.waitFor()
    expect(await answer.innerText()).toContain('chưa có gì thay đổi')
  })
})
