import { PageHeading } from './page-heading.tsx'
import { groupedCode } from './receipt-code.ts'
import { useSurvey, useTexts } from './survey-context.ts'

/** Shown only after the server has confirmed; lives only while the page is open. */
export function ReceiptView() {
  const { receipt } = useSurvey()
  const texts = useTexts()
  return (
    <>
      <PageHeading>{texts.receipt.title}</PageHeading>
      <p class="lead">{texts.receipt.thanks}</p>
      <div class="receipt">
        <h2 id="receipt-code">{texts.receipt.code}</h2>
        <p class="receipt-code" aria-labelledby="receipt-code">
          {groupedCode(receipt.value)
            .split(' ')
            .map((group) => (
              <span key={group}>{group} </span>
            ))}
        </p>
        <p class="small quiet">{texts.receipt.aboutCode}</p>
      </div>
      <h2>{texts.receipt.nextTitle}</h2>
      <ul>
        {texts.receipt.next.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="actions no-print">
        <button type="button" class="button button-quiet" onClick={() => print()}>
          {texts.receipt.print}
        </button>
      </div>
    </>
  )
}
