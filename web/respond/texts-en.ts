import type { Texts } from './texts.ts'

export const TEXTS_EN: Texts = {
  pageName: 'Survey of firms',
  errorPrefix: 'Error: ',
  simulated: 'Simulated data: a demonstration that collects no real opinions.',
  language: 'Language',
  back: 'Back',
  continue: 'Continue',
  cancel: 'No, go back',

  minutesLeft: (minutes) =>
    minutes < 1 ? 'less than a minute left' : `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`,

  intro: {
    greeting: 'To the firm,',
    from: (department) => `${department} invites your firm to answer this survey.`,
    why: 'Your answers show what really helps or hinders firms when they deal with the province’s offices, so that the right things get mended. They are never used to inspect or sanction a firm.',
    time: (minutes) =>
      `About ${minutes} minutes; you can stop and go on later. Voluntary: every question can be left unanswered.`,
    notStoredTitle: 'What is not stored',
    notStored: [
      'name, tax code, telephone, e-mail: they are not asked',
      'network (IP) address, kind of device, cookies',
      'the time and the order in which answers are sent',
      'which QR code or link you used',
    ],
    notPreventedTitle: 'What we cannot prevent',
    notPrevented: [
      'somebody who runs the server or the network and watches the line while you send, or reads your answers before they are mixed with others',
      'somebody who sees this screen, and the browsing history of this device, which says that this page was opened',
      'details that you write yourself and that could give your firm away',
      'an insider who sends nine sets of known answers through the open link and has them counted as soon as a tenth arrives: what is left is one firm’s answers',
    ],
    advice: 'If this worries you, use mobile data instead of an office network.',
    afterwardsTitle: 'After you send',
    afterwards:
      'Your answers wait until there are at least ten sets, are shuffled, and only then counted; the last ones, when fewer than ten, are deleted a week after the survey ends. As nobody knows whose they are, we cannot find them again to change or delete them. They come by an open link, so results are marked “indicative”.',
    consent: 'I have read this and agree to answer.',
    consentNeeded: 'Tick the box to agree before you begin',
    shared: 'Other people use this device: do not keep answers on it.',
    sharedHint: 'Closing the page then loses them.',
    begin: 'Begin',
    resumeTitle: 'This device holds answers that were not sent',
    resume: 'Go on with these answers',
  },

  notOpen: {
    draftTitle: 'This survey is not open yet',
    draft: 'Please come back later by the same link or QR code.',
    closedTitle: 'This survey has ended',
    closed: 'No more answers are taken. Thank you for your interest.',
    stillKept: 'This device still holds answers to this survey that were not sent. You can erase them.',
  },

  keeping: {
    device: (count) =>
      count === 0 ? 'No answers yet' : `Saved on this device, not sent (${answers(count)})`,
    memory: (count) => `Not sent (${answers(count)}). Not kept on this device: closing the page loses them.`,
    refused: (count) =>
      `Not sent (${answers(count)}). The browser will not keep them: closing the page loses them.`,
    erase: 'Erase answers from this device',
  },

  erase: {
    title: 'Erase your answers from this device?',
    body: (count) => `${answers(count)} not yet sent will be gone for good. Nobody can bring them back.`,
    confirm: 'Erase everything',
    done: 'Your answers were erased from this device.',
  },

  hub: {
    title: 'Sections of the survey',
    start: 'Start answering',
    resume: (section) => `Go on: ${section}`,
    order: 'Take them in any order. A section you do not wish to answer can be skipped.',
    send: 'Check and send',
    allDone: 'All sections are finished. Nothing has been sent yet.',
    status: { 'not-started': 'not started', started: 'in progress', done: 'done', skipped: 'skipped' },
  },

  section: {
    begin: 'Go to the questions',
    beginAgain: 'Answer this section',
    skip: 'Skip this section',
    sensitiveTitle: 'Before you go on',
    sensitive: [
      'You can skip the whole section, or any single question.',
      'The button “Leave quickly” closes the survey at once and opens a weather page. What you have answered stays on this device, and the browsing history still says that this page was opened.',
      'Answer when nobody can see your screen.',
    ],
    skippedBefore: 'This section is skipped at present.',
    exit: 'Leave quickly',
  },

  item: {
    or: 'or',
    missing: { 'dont-know': 'Don’t know', refused: 'Rather not say' },
    clear: 'Take this answer back',
    charactersLeft: (left) => (left >= 0 ? `${left} characters left` : `${-left} characters too many`),
    scale: (point, end) => (end ? `${point}: ${end}` : String(point)),
    sections: 'Sections of the survey',
  },

  problem: {
    title: 'There is a problem',
    required: (canRefuse) =>
      canRefuse ? 'Answer this question, or choose “Rather not say”' : 'Answer this question',
    notANumber: (example) => `Enter digits only, for example ${example}`,
    notAnInteger: 'Enter a whole number',
    outOfRange: (min, max) => `Enter a number from ${min} to ${max}`,
    tooManyDecimals: (decimals) => `Enter at most ${decimals} decimal ${decimals === 1 ? 'place' : 'places'}`,
    tooLong: (length) => `Shorten your answer to at most ${length} characters`,
    badText: 'Remove unusual characters; use letters, digits and punctuation',
    badChoice: 'Choose again from the list',
  },

  check: {
    title: (section) => `Check: ${section}`,
    lead: 'Nothing has been sent. You can change any answer.',
    change: 'Change',
    unanswered: 'Not answered',
    finish: 'Section finished',
  },

  final: {
    title: 'Check before you send',
    lead: (count) => `You have given ${answers(count)}. Nothing has been sent yet.`,
    openTitle: 'Sections not finished',
    open: 'You can still send; questions without an answer stay blank.',
    missedTitle: 'Needs an answer before you send',
    missed: 'These questions decide which others are asked. Answer them, or say “Rather not say”.',
    showMissed: (count) => (count === 1 ? 'Show the question' : `Show the ${count} questions`),
    refuseAll: 'Say “Rather not say” to these',
    whatTitle: 'What will be sent',
    what: [
      'your answers, “Don’t know” and “Rather not say” included',
      'a random code made by this device, so that sending again still counts once; the server does not keep it',
      'the version of the survey and the channel “open link”',
    ],
    noReturn: 'Once sent, answers cannot be changed.',
    nothing: 'There are no answers yet.',
    send: 'Send answers',
  },

  sending: {
    titles: { saved: 'Sending', sending: 'Sending', waiting: 'Waiting to send', stopped: 'Not received' },
    sending: 'Please wait until the server confirms.',
    offline: 'This device is offline. Your answers are safe on it and go out when the connection is back.',
    unreachable:
      'The server does not answer yet. Your answers are safe on this device; the page tries again by itself.',
    keepOpen: 'You can close the page and open it later: sending goes on while it is open.',
    keepOpenMemory: 'Do not close this page: your answers are not kept on this device.',
    once: 'However often it is tried, your answers count once.',
    tryNow: 'Try again now',
    edit: 'Back to the survey',
    receivedEarlier: 'The server has received this before',
    stopped: {
      key_reused:
        'The server already has a submission from these answers, as they were then. Changes made since are not taken. This device does not have the receipt code of that submission. There is no need to send again, and you can erase the answers from this device.',
      closed:
        'The survey ended before your answers arrived. They were not received; they are still on this device, and you can erase them.',
      not_open: 'The survey is not open at present. Your answers are still on this device; please try later.',
      not_found: 'The server no longer has this survey. Please look for the latest link or QR code.',
      unknown_version:
        'There is a newer version of this survey. Please reload the page and send; your answers are still on this device.',
      bad_answers: 'The server does not take some of the answers. Please look at those below and send again.',
      refused:
        'The server does not take the answers in this form. They are still on this device; please reload the page and try again.',
    },
  },

  receipt: {
    title: 'Your answers were received',
    thanks: 'Thank you. The server has confirmed, and your answers have been erased from this device.',
    code: 'Receipt code',
    aboutCode:
      'The server made this code. It proves that a submission was received and nothing else: nobody can find answers with it. Print it or write it down if you want to keep it: once the page is closed it cannot be shown again.',
    nextTitle: 'What happens next',
    next: [
      'Your answers wait until there are at least ten sets; then they are shuffled and counted.',
      'From then on nobody, ourselves included, can find them again to change or delete them.',
      'Results are only ever published as totals.',
    ],
    print: 'Print the receipt',
  },

  broken: {
    title: 'The survey could not be opened',
    body: 'Please reload the page. If that does not help, scan the QR code again.',
  },
}

function answers(count: number): string {
  return count === 1 ? '1 answer' : `${count} answers`
}
