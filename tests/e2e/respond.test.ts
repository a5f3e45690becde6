import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyMarksOf } from '../../api/submissions/key-marks.ts'
import { checkView, tabTo } from './page-checks.ts'
import { NOTHING_KEPT, type Respondent } from './respondent.ts'
import { servedSurvey } from './served-survey.ts'

const { site, visit } = servedSurvey()

let firm: Respondent
beforeEach(async () => {
  firm = await visit()
})

afterEach(() => firm.leave())

describe('answering', { timeout: 120_000 }, () => {
  it('goes by keyboard through every kind of question, without any network, to one submission', async () => {
    const { page, context, press, onView, choose, type } = firm
    await page.goto(site().address)
    expect(await firm.heading()).toBe('Phiếu có đủ loại câu')
    await checkView(page)
    await firm.whole()
    expect(await firm.kept()).toEqual(NOTHING_KEPT)

    // Nothing is ticked beforehand, and Begin says what is missing.
    expect(await page.locator('input:checked').count()).toBe(0)
    await press('Bắt đầu')
    expect(await firm.onErrorSummary()).toBe('Đánh dấu vào ô đồng ý để bắt đầu')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('consent')
    await page.keyboard.press('Space')
    await press('Bắt đầu')
    await onView('Các mục của phiếu')

    await context.setOffline(true)
    await firm.goToLandQuestion()
    // Routing needs this one: the summary leads to the field, in the same words.
    await press('Tiếp tục')
    const words = await firm.onErrorSummary()
    expect(await page.title()).toBe('Lỗi: Phiếu khảo sát doanh nghiệp')
    expect(await page.locator('.field-error').innerText()).toContain(words)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('land-0')
    await page.keyboard.press('Space')
    await press('Tiếp tục')
    await onView('Xem lại: Doanh nghiệp')
    expect(await page.title()).toBe('Phiếu khảo sát doanh nghiệp')
    await press('Xong mục này')

    await onView('Các mục của phiếu')
    await press('Tiếp tục: Trải nghiệm')
    await onView('Trải nghiệm')
    await press('Vào mục này')
    await onView('Bao nhiêu ngày?')
    await type('Bao nhiêu ngày?', '400')
    await press('Tiếp tục')
    expect(await firm.onErrorSummary()).toBe('Ghi một số từ 0 đến 365')
    expect(await page.getByLabel('Bao nhiêu ngày?').inputValue()).toBe('400')
    await type('Bao nhiêu ngày?', '12')
    await page.keyboard.press('Enter')
    await onView('Gặp vướng mắc gì?')
    await choose('Không có')
    await choose('Chậm')
    expect(await page.getByLabel('Không có').isChecked()).toBe(false)
    await press('Tiếp tục')
    await onView('Chi phí, phần trăm doanh thu?')
    await type('Chi phí, phần trăm doanh thu?', '2,5')
    await page.keyboard.press('Enter')
    await onView('Công bằng đến mức nào?')
    await tabTo(page, page.locator('.point input').first())
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    await press('Tiếp tục')
    await onView('Cơ quan nào?')
    await type('Cơ quan nào?', 'Một tên cơ quan dài hơn hai mươi ký tự')
    await press('Tiếp tục')
    expect(await firm.onErrorSummary()).toBe('Viết ngắn lại, tối đa 20 ký tự')
    await type('Cơ quan nào?', 'Văn phòng đất đai')
    await press('Tiếp tục')
    await onView('Góp ý')
    await press('Tiếp tục')

    await onView('Xem lại: Trải nghiệm')
    const rows = await page.locator('dd:not(.change)').allInnerTexts()
    expect(rows).toEqual(['12 ngày', 'Chậm', '2,5 %', '4', 'Văn phòng đất đai', 'Chưa trả lời'])
    await press('Xong mục này')

    await onView('Các mục của phiếu')
    await press('Tiếp tục: Phí, lệ phí')
    await onView('Phí, lệ phí')
    await press('Bỏ qua mục này')
    await onView('Các mục của phiếu')
    await press('Tiếp tục: Chi phí không chính thức')
    await onView('Chi phí không chính thức')
    await press('Vào mục này')
    await onView('Có phải trả thêm không?')
    await choose('Không muốn trả lời')
    await press('Tiếp tục')
    await onView('Xem lại: Chi phí không chính thức')
    await press('Xong mục này')
    await onView('Các mục của phiếu')
    await firm.open('Câu hỏi gián tiếp')
    await press('Bỏ qua mục này')
    await onView('Các mục của phiếu')
    expect(await page.locator('.status').allInnerTexts()).toEqual([
      'xong',
      'xong',
      'bỏ qua',
      'xong',
      'bỏ qua',
    ])
    expect(await page.locator('footer').innerText()).toContain('Đã lưu trên máy này, chưa gửi (8 câu)')

    await press('Kiểm tra và gửi')
    await onView('Kiểm tra lần cuối trước khi gửi')
    await press('Gửi phiếu')
    await page.waitForSelector('text=Máy này đang không có mạng')
    await checkView(page)
    expect(await page.locator('.receipt').count()).toBe(0)
    expect(await site().inbox()).toHaveLength(0)

    // Back online it goes by itself.
    await context.setOffline(false)
    await onView('Phiếu đã được nhận')
    expect(await firm.receiptCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    const inbox = await site().inbox()
    expect(inbox.map(({ answers }) => answers)).toEqual([
      {
        land: 'yes',
        days: 12,
        problems: ['slow'],
        cost: 2.5,
        fair: 4,
        office: 'Văn phòng đất đai',
        fee: 'refused',
        extra: 'refused',
      },
    ])

    // Neither the device, nor Back, nor opening the page again brings anything back.
    expect(await firm.kept()).toEqual(NOTHING_KEPT)
    expect(await context.cookies()).toEqual([])
    await page.goBack()
    expect(await firm.heading()).toBe('Phiếu đã được nhận')
    await page.goto(site().address)
    expect(await firm.heading()).toBe('Phiếu có đủ loại câu')
    expect(await page.locator('footer p').count()).toBe(0)
    expect(firm.complaints).toEqual([])
  })

  it('sends once although the acknowledgement is lost and the server falters', async () => {
    const { page, press, onView } = firm
    await firm.begin()
    await press('Kiểm tra và gửi')
    await onView('Kiểm tra lần cuối trước khi gửi')
    await press('Ghi “Không muốn trả lời” cho các câu này')
    const bodies: (string | null)[] = []
    await page.route('**/submissions', async (route) => {
      bodies.push(route.request().postData())
      if (bodies.length === 1) {
        await route.fetch()
        return route.abort('connectionreset')
      }
      return bodies.length === 2 ? route.fulfill({ status: 503 }) : route.continue()
    })
    await press('Gửi phiếu')
    await page.waitForSelector('text=Máy chủ chưa trả lời')
    expect(await site().inbox()).toHaveLength(1)
    expect(await page.locator('.receipt').count()).toBe(0)

    // Through a reload too the same goes out again, under the same key.
    await page.reload()
    await page.waitForSelector('text=Máy chủ chưa trả lời')
    await press('Thử lại ngay')
    await page.waitForSelector('.receipt')
    expect(bodies.length).toBeGreaterThanOrEqual(3)
    expect(new Set(bodies).size).toBe(1)
    expect(await site().inbox()).toHaveLength(1)
    // The key went out each time and is shown to nobody; the receipt is the server's.
    const { key }: { key: string } = JSON.parse(bodies[0] ?? '')
    expect(await firm.receiptCode()).toBe((await keyMarksOf(key)).receipt)
    expect(await page.content()).not.toContain(key)
    expect(await firm.kept()).toEqual(NOTHING_KEPT)
  })

  it('says so when the server has other answers from this draft, and shows no receipt', async () => {
    const { page, press, onView } = firm
    await firm.begin()
    await press('Kiểm tra và gửi')
    await onView('Kiểm tra lần cuối trước khi gửi')
    await press('Ghi “Không muốn trả lời” cho các câu này')
    await page.route('**/submissions', async (route) => {
      const sent = route.request().postDataJSON() as { readonly answers: object }
      const earlier = { ...sent, answers: { ...sent.answers, fair: 1 } }
      await route.fetch({ postData: JSON.stringify(earlier) })
      return route.continue()
    })
    await press('Gửi phiếu')
    await page.waitForSelector('text=Máy này không có mã biên nhận của lần ấy')
    expect(await firm.heading()).toBe('Máy chủ đã nhận phiếu này từ trước')
    await checkView(page)
    expect(await page.locator('.receipt').count()).toBe(0)
    expect(await site().inbox()).toHaveLength(1)
    expect((await firm.kept()).local).toBe(1)
  })

  it('says what to do when the wave has closed meanwhile, and keeps the answers', async () => {
    const { page, press, onView } = firm
    await firm.begin()
    await press('Kiểm tra và gửi')
    await onView('Kiểm tra lần cuối trước khi gửi')
    await press('Ghi “Không muốn trả lời” cho các câu này')
    await page.route('**/submissions', (route) =>
      route.fulfill({ status: 410, contentType: 'application/problem+json', body: '{"code":"closed"}' }),
    )
    await press('Gửi phiếu')
    await page.waitForSelector('text=Đợt khảo sát đã kết thúc trước khi phiếu đến nơi')
    expect(await firm.heading()).toBe('Phiếu chưa được nhận')
    await checkView(page)
    expect((await firm.kept()).local).toBe(1)
    await press('Quay lại phiếu')
    await onView('Kiểm tra lần cuối trước khi gửi')
  })

  it('says when the wave is not open', async () => {
    await firm.page.goto(site().draftAddress)
    expect(await firm.heading()).toBe('Đợt khảo sát chưa mở')
    await checkView(firm.page)
    expect(await firm.page.locator('input').count()).toBe(0)
  })

  it('asks the network for nothing but the page and its own files', async () => {
    const asked: string[] = []
    firm.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await firm.begin()
    await firm.goToLandQuestion()
    // The page with all that answering needs; then, once, the later script and its style.
    expect(asked.map((path) => path.replace(/-[\w-]{8}\./, '.'))).toEqual([
      new URL(site().address).pathname,
      '/assets/later-vi.js',
      '/assets/later.css',
    ])
  })
})
