import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkView, tabTo } from './page-checks.ts'
import { NOTHING_KEPT, type Respondent } from './respondent.ts'
import { servedSurvey } from './served-survey.ts'

const { site, visit } = servedSurvey()

let firm: Respondent
beforeEach(async () => {
  firm = await visit()
})

afterEach(() => firm.leave())

describe('on the device', { timeout: 120_000 }, () => {
  it('turns pages back with its own Back and the browser’s, and resumes after a reload', async () => {
    const { page, press, onView } = firm
    await firm.begin()
    await firm.goToLandQuestion()
    await firm.choose('Không')
    await page.goBack()
    await onView('Xin trả lời cho năm vừa qua.')
    await page.goForward()
    await onView('Có làm thủ tục đất đai không?')
    expect(await page.getByLabel('Không', { exact: true }).isChecked()).toBe(true)
    await press('Quay lại')
    await onView('Xin trả lời cho năm vừa qua.')
    await press('Tiếp tục')
    await onView('Có làm thủ tục đất đai không?')

    await page.reload()
    await page.waitForSelector('h1')
    expect(await firm.heading()).toBe('Có làm thủ tục đất đai không?')
    expect(await page.getByLabel('Không', { exact: true }).isChecked()).toBe(true)
    await page.goBack()
    await onView('Xin trả lời cho năm vừa qua.')
  })

  it('changes the language anywhere and keeps every answer', async () => {
    const { page, press } = firm
    await firm.begin()
    await firm.goToLandQuestion()
    await firm.choose('Có')
    await page.getByRole('link', { name: 'English' }).click()
    await page.waitForSelector('html[lang=en]')
    expect(await firm.heading()).toBe('Any land procedure?')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await page.getByLabel('Yes').isChecked()).toBe(true)
    expect(await page.locator('output').innerText()).toBe('English')
    await checkView(page)
    await press('Continue')
    await page.waitForSelector('h1:has-text("Check: The firm")')
    await page.getByRole('link', { name: 'Tiếng Việt' }).click()
    await page.waitForSelector('html[lang=vi]')
    expect(await firm.heading()).toBe('Xem lại: Doanh nghiệp')
    expect(await page.locator('dd').first().innerText()).toBe('Có')
  })

  it('erases everything after asking once, from wherever one is', async () => {
    const { page, press, onView } = firm
    await firm.begin()
    await firm.goToLandQuestion()
    await firm.choose('Có')
    expect(await firm.kept()).toEqual({ ...NOTHING_KEPT, local: 1, caches: 1, workers: 1 })
    await press('Xóa câu trả lời khỏi máy này')
    await onView('Xóa câu trả lời khỏi máy này?')
    await press('Không, quay lại')
    await onView('Có làm thủ tục đất đai không?')
    await press('Xóa câu trả lời khỏi máy này')
    await onView('Xóa câu trả lời khỏi máy này?')
    await press('Xóa tất cả')
    await onView('Phiếu có đủ loại câu')
    expect(await firm.kept()).toEqual(NOTHING_KEPT)
    await page.goBack()
    await page.waitForTimeout(100)
    expect(await firm.heading()).toBe('Phiếu có đủ loại câu')
  })

  it('follows another tab that answers or erases, and writes nothing back', async () => {
    await firm.begin()
    await firm.goToLandQuestion()
    const other = await firm.context.newPage()
    await other.goto(site().address)
    await other.getByLabel('Có', { exact: true }).check()
    await firm.page.waitForFunction(() => document.querySelector('input')?.checked)
    await other.getByRole('button', { name: 'Tiếp tục' }).click()
    expect(await firm.heading()).toBe('Có làm thủ tục đất đai không?')
    await other.getByRole('button', { name: 'Xóa câu trả lời khỏi máy này' }).click()
    await other.getByRole('button', { name: 'Xóa tất cả' }).click()
    await firm.page.waitForSelector('h1:has-text("Phiếu có đủ loại câu")')
    expect(await firm.kept()).toEqual(NOTHING_KEPT)
  })

  it('keeps nothing where others use the device, and says so', async () => {
    const { page, press } = firm
    await page.goto(site().address)
    await firm.whole()
    await firm.choose('Tôi đã đọc và đồng ý trả lời.')
    await tabTo(page, page.getByLabel(/dùng chung/))
    await page.keyboard.press('Space')
    await press('Bắt đầu')
    await firm.onView('Các mục của phiếu')
    await firm.goToLandQuestion()
    await firm.choose('Có')
    expect(await firm.kept()).toEqual(NOTHING_KEPT)
    expect(await page.locator('footer').innerText()).toContain('Không lưu trên máy')
  })

  it('goes on in memory where the browser refuses to keep anything, and says so', async () => {
    await firm.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await firm.begin()
    await firm.goToLandQuestion()
    await firm.choose('Có')
    expect(await firm.page.locator('footer').innerText()).toContain('Trình duyệt không cho lưu')
  })

  it('changes the language without losing answers that are only in memory; the letter changes too', async () => {
    const { page, press } = firm
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await firm.begin()
    await firm.whole()
    await firm.goToLandQuestion()
    await firm.choose('Có')
    await page.getByRole('link', { name: 'English' }).click()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    expect(await page.locator('footer').innerText()).toContain('Not sent (1 answer)')
    expect(await page.title()).toBe('Survey of firms')
    await press('Sections of the survey')
    await page.evaluate(() => history.go(-history.state))
    await page.waitForSelector('text=To the firm,')
    expect(await page.locator('main').innerText()).not.toContain('Kính gửi doanh nghiệp')
    expect(await page.locator('.about a').innerText()).toBe('Is this hard to read or use?')
    await press('Go on with these answers')
    await page.waitForFunction(() => document.documentElement.classList.contains('turned'))
    expect(await page.locator('footer').innerText()).toContain('Not sent (1 answer)')
  })

  it('leaves quickly, and Back then finds the letter and not the question', async () => {
    const { page, press, onView } = firm
    await page.route('https://nchmf.gov.vn/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Thời tiết</h1>' }),
    )
    await firm.begin()
    await firm.open('Chi phí không chính thức')
    await press('Vào mục này')
    await onView('Có phải trả thêm không?')
    await firm.choose('Có')
    await tabTo(page, page.getByRole('link', { name: 'Thoát nhanh' }))
    await page.keyboard.press('Enter')
    await page.waitForURL('https://nchmf.gov.vn/')
    await page.goBack()
    await page.waitForSelector('text=Máy này đang giữ một phiếu chưa gửi')
    expect(await firm.heading()).toBe('Phiếu có đủ loại câu')
    await press('Làm tiếp phiếu này')
    await onView('Các mục của phiếu')
    expect(await page.locator('footer').innerText()).toContain('(1 câu)')
  })

  it('goes on by a click that comes before the first frame', async () => {
    const { page, onView } = firm
    await page.addInitScript(() => Object.assign(globalThis, { requestAnimationFrame: () => 0 }))
    await page.goto(site().address)
    await page.locator('#consent').check()
    await page.locator('button[value=begin]').click()
    await onView('Các mục của phiếu')
    expect((await firm.kept()).local).toBe(1)
  })

  it('works without what Chrome 87 and Safari 14 lack', async () => {
    await firm.page.addInitScript(() => {
      for (const [holder, names] of [
        [Object, ['hasOwn', 'groupBy']],
        [Array.prototype, ['at', 'findLast', 'toSorted', 'toReversed', 'with']],
        [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
        [globalThis, ['structuredClone']],
        [AbortSignal, ['timeout', 'any']],
      ] as const) {
        for (const name of names) Reflect.deleteProperty(holder, name)
      }
    })
    await firm.begin()
    await firm.goToLandQuestion()
    await firm.choose('Có')
    await firm.press('Tiếp tục')
    await firm.onView('Xem lại: Doanh nghiệp')
    expect(firm.complaints).toEqual([])
  })

  it('does not go on in a wave that is not open, and still lets go of what is kept', async () => {
    const { page } = firm
    await firm.begin()
    await firm.goToLandQuestion()
    await firm.choose('Có')
    await page.route(site().address, async (route) => {
      const reply = await route.fetch()
      const html = (await reply.text()).replace('"state":"open"', '"state":"closed"')
      await route.fulfill({ response: reply, body: html })
    })
    await page.reload()
    await page.getByText('Trên máy này còn câu trả lời chưa gửi').waitFor()
    expect(await page.locator('fieldset').count()).toBe(0)
    await firm.press('Xóa câu trả lời khỏi máy này')
    await firm.press('Xóa tất cả')
    expect(await firm.kept()).toEqual(NOTHING_KEPT)
  })

  it('stands on 320 px, in the dark, in forced colours and without motion', async () => {
    const small = await visit({
      viewport: { width: 320, height: 568 },
      colorScheme: 'dark',
      forcedColors: 'active',
      reducedMotion: 'reduce',
    })
    await small.begin()
    await small.open('Trải nghiệm')
    await small.press('Vào mục này')
    for (const question of ['Gặp vướng mắc gì?', 'Chi phí, phần trăm doanh thu?', 'Công bằng đến mức nào?']) {
      await small.onView(question)
      await small.press('Tiếp tục')
    }
    expect(small.complaints).toEqual([])
    await small.leave()
  })
})

it('the public page is plain, in both languages, and leads to the desk', async () => {
  await firm.page.goto(site().publicAddress)
  expect(await firm.page.locator('h1').count()).toBe(1)
  expect(await firm.page.locator('a[href="/desk"]').count()).toBe(2)
  expect(await firm.page.evaluate(() => document.scripts.length)).toBe(0)
  expect(firm.complaints).toEqual([])
})
