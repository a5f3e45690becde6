import type { AllTexts, LaterTexts } from './texts.ts'

const letter = {
  pageName: 'Survey of firms',
  simulated: 'Simulated data: a demonstration that collects no real opinions.',
  language: 'Language',
  accessibility: 'Is this hard to read or use?',
  greeting: 'To the firm,',
  from: '# invites your firm to answer this survey.',
  why: 'Your answers show what really helps or hinders firms when they deal with the province’s offices, so that the right things get mended. They are never used to inspect or sanction a firm.',
  time: 'About # minutes; you can stop and go on later. Voluntary: every question can be left unanswered.',
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
  shared: 'Other people use this device: do not keep answers on it. Closing the page then loses them.',
  begin: 'Begin',
  resumeTitle: 'This device holds answers that were not sent',
  resume: 'Go on with these answers',
  notOpenTitle: 'This survey is not open yet',
  notOpen: 'Please come back later by the same link or QR code.',
  closedTitle: 'This survey has ended',
  closed: 'No more answers are taken. Thank you for your interest.',
  withoutScript:
    'Not sent (1 answer). This page runs without JavaScript: closing it loses the answer.|Not sent (# answers). This page runs without JavaScript: closing it loses them.',
} as const

/** Only where a questionnaire has such questions. */
const randomised = {
  tossTruth: 'The device has tossed a coin: this time, please answer truthfully.',
  tossYes: 'The device has tossed a coin: this time, please choose the first answer, whatever the truth.',
  tossNo: 'The device has tossed a coin: this time, please choose the second answer, whatever the truth.',
} as const

const core = {
  back: 'Back',
  continue: 'Continue',
  minutesLeft: 'about 1 minute left|about # minutes left',
  lastMinute: 'less than a minute left',
  loading: 'This part needs a connection to load. No answer is lost; please wait or go back.',
  noAnswers: 'No answers yet',
  keptOnDevice: 'Saved on this device, not sent (1 answer)|Saved on this device, not sent (# answers)',
  keptInMemory:
    'Not sent (1 answer). Not kept on this device: closing the page loses it.|Not sent (# answers). Not kept on this device: closing the page loses them.',
  keepingRefused:
    'Not sent (1 answer). The browser will not keep it: closing the page loses it.|Not sent (# answers). The browser will not keep them: closing the page loses them.',
  eraseLink: 'Erase answers from this device',
  sections: 'Sections of the survey',
  start: 'Start answering',
  resumeSection: 'Go on: #',
  anyOrder: 'Take them in any order. A section you do not wish to answer can be skipped.',
  checkAndSend: 'Check and send',
  allDone: 'All sections are finished. Nothing has been sent yet.',
  'not-started': 'not started',
  started: 'in progress',
  done: 'done',
  skipped: 'skipped',
  enter: 'Go to the questions',
  enterAgain: 'Answer this section',
  skip: 'Skip this section',
  sensitiveTitle: 'Before you go on',
  sensitive: [
    'You can skip the whole section, or any single question.',
    'The button “Leave quickly” closes the survey at once and opens a weather page. What you have answered stays on this device, and the browsing history still says that this page was opened.',
    'Answer when nobody can see your screen.',
  ],
  isSkipped: 'This section is skipped at present.',
  exit: 'Leave quickly',
  or: 'or',
  dontKnow: 'Don’t know',
  refused: 'Rather not say',
  clear: 'Take this answer back',
  charactersLeft: '1 character left|# characters left',
  tooManyCharacters: '1 character too many|# characters too many',
} as const

export const LATER_EN: LaterTexts = {
  errorPrefix: 'Error: ',
  consentNeeded: 'Tick the box to agree before you begin',
  problemTitle: 'There is a problem',
  required: 'Answer this question',
  requiredOrRefused: 'Answer this question, or choose “Rather not say”',
  notANumber: 'Enter digits only, for example #',
  notAnInteger: 'Enter a whole number',
  outOfRange: 'Enter a number from # to #',
  tooManyDecimals: 'Enter at most 1 decimal place|Enter at most # decimal places',
  tooLong: 'Shorten your answer to at most # characters',
  badText: 'Remove unusual characters; use letters, digits and punctuation',
  badChoice: 'Choose again from the list',

  checkTitle: 'Check: #',
  nothingSent: 'Nothing has been sent. You can change any answer.',
  change: 'Change',
  unanswered: 'Not answered',
  finish: 'Section finished',

  cancel: 'No, go back',
  eraseTitle: 'Erase your answers from this device?',
  eraseBody:
    '1 answer not yet sent will be gone for good. Nobody can bring it back.|# answers not yet sent will be gone for good. Nobody can bring them back.',
  erase: 'Erase everything',
  erased: 'Your answers were erased from this device.',
  stillKept: 'This device still holds answers to this survey that were not sent. You can erase them.',

  finalTitle: 'Check before you send',
  finalLead:
    'You have given 1 answer. Nothing has been sent yet.|You have given # answers. Nothing has been sent yet.',
  finalNothing: 'There are no answers yet.',
  openTitle: 'Sections not finished',
  open: 'You can still send; questions without an answer stay blank.',
  missedTitle: 'Needs an answer before you send',
  missed: 'These questions decide which others are asked. Answer them, or say “Rather not say”.',
  showMissed: 'Show the question|Show the # questions',
  refuseAll: 'Say “Rather not say” to these',
  whatTitle: 'What will be sent',
  what: [
    'your answers, “Don’t know” and “Rather not say” included',
    'a random code made by this device, so that sending again still counts once; the server does not keep it',
    'the version of the survey and the channel “open link”',
  ],
  noReturn: 'Once sent, answers cannot be changed.',
  send: 'Send answers',

  sendingTitle: 'Sending',
  waitingTitle: 'Waiting to send',
  stoppedTitle: 'Not received',
  receivedEarlier: 'The server has received this before',
  sending: 'Please wait until the server confirms.',
  offline: 'This device is offline. Your answers are safe on it and go out when the connection is back.',
  unreachable:
    'The server does not answer yet. Your answers are safe on this device; the page tries again by itself.',
  keepOpen: 'You can close the page and open it later: sending goes on while it is open.',
  keepOpenMemory: 'Do not close this page: your answers are not kept on this device.',
  once: 'However often it is tried, your answers count once.',
  tryNow: 'Try again now',
  edit: 'Back to the survey',
  key_reused:
    'The server already has a submission from these answers, as they were then. Changes made since are not taken. This device does not have the receipt code of that submission. There is no need to send again, and you can erase the answers from this device.',
  closedMeanwhile:
    'The survey ended before your answers arrived. They were not received; they are still on this device, and you can erase them.',
  not_open: 'The survey is not open at present. Your answers are still on this device; please try later.',
  not_found: 'The server no longer has this survey. Please look for the latest link or QR code.',
  unknown_version:
    'There is a newer version of this survey. Please reload the page and send; your answers are still on this device.',
  bad_answers: 'The server does not take some of the answers. Please look at those below and send again.',
  refusedByServer:
    'The server does not take the answers in this form. They are still on this device; please reload the page and try again.',

  receiptTitle: 'Your answers were received',
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

  carryTitle: 'Take your answers along',
  carry:
    'If this browser tends to forget, or to go on with another device, download a file to take along. It is a page that can be read and holds your answers: whoever opens it sees them, so keep it somewhere safe.',
  carryOut: 'Download the file',
  carryIn: 'Open a file taken along',
  carriedIn: '1 answer was brought back.|# answers were brought back.',
  carryFailed: 'This file does not belong to this survey.',
  carryHow: 'Not sent. To go on: open the survey’s link, choose “Open a file taken along”, then this file.',
  olderTitle: 'There is a new version of this survey',
  older:
    'This device holds 1 answer to the version before. If it still fits, it can be used again.|This device holds # answers to the version before. Those that still fit can be used again.',
  olderTake: 'Use these answers again',
}

export const TEXTS_EN: AllTexts = { letter, core, randomised, later: LATER_EN }
