import { type CardBlock, replyOf, subtle, userText, words } from '../cards/cardContent.ts'
import { openUrl } from '../cards/elements.ts'
import type { Cohort } from '../cohorts/cohortStore.ts'
import { ANY_LATER_COHORT, type Interest, type StatusDefinition } from '../interest/interest.ts'
import { NOT_AN_APPLICATION } from '../interest/labels.ts'
import type { LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'

interface NoticeWording {
  /** What "any later cohort" is called. */
  laterName: string
  time: LocalTime
}

type Data = Readonly<Record<string, string>>

const NEXT: Record<StatusDefinition['next'], string> = {
  hr: 'HR will act next. You do not need to do anything now.',
  person: 'The next step is yours. If you are not sure what it is, ask HR.',
  nobody: 'There is nothing more that you need to do.',
}

/** What somebody wrote, line by line. */
const linesOf = (text: string): CardBlock[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => words(userText(line)))

const linkPart = (title: string, link: string): CardBlock => {
  const url = URL.parse(link)
  if (!url || !['https:', 'http:'].includes(url.protocol)) return words(`${title}: `, userText(link))
  const inWords = `[${title}](${url.href.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
  return { kind: 'element', elements: [openUrl(title, url.href)], text: inWords }
}

const count = (number: string | undefined, one: string, many: string): string =>
  number === '1' ? `1 ${one}` : `${Number(number ?? 0).toLocaleString('en-GB')} ${many}`

/** What the notices say. Data in, a card and the same in words out. */
export const noticeReplies = ({ laterName, time: { day, dayAndTime } }: NoticeWording) => {
  return {
    /** Where the person's interest stands now, and what happens next. */
    status(
      { reference, cohortId, statusSince }: Interest,
      status: Pick<StatusDefinition, 'label' | 'next' | 'badNews'>,
      cohort?: Pick<Cohort, 'name'>,
    ): Reply {
      const name = cohortId === ANY_LATER_COHORT ? laterName : (cohort?.name ?? cohortId)
      return replyOf({
        title: 'Your expression of interest has moved on',
        blocks: [
          words(
            `Your interest ${reference}, for `,
            userText(name),
            ', is now: ',
            userText(status.label),
            `, since ${day(statusSince)}.`,
          ),
          words(status.badNews ? 'If you would like to talk about it, ask HR.' : NEXT[status.next]),
          subtle(NOT_AN_APPLICATION),
        ],
      })
    },

    /** A cohort that the person wanted to hear about takes interest now. */
    cohortOpen({ name, closesAt }: Cohort): Reply {
      return replyOf({
        title: 'A cohort is open',
        blocks: [
          words('You asked us to tell you. The cohort ', userText(name), ' is now open for expressions of interest.'),
          ...(closesAt ? [words(`It closes on ${dayAndTime(closesAt)}.`)] : []),
          subtle(NOT_AN_APPLICATION),
        ],
        actions: [
          { title: 'Register', verb: 'interest/start', typedAlternative: 'register my interest', submitsInputs: false },
        ],
      })
    },

    /** A post is advertised: where, and until when. */
    advert({ name, advertClosesAt }: Cohort, link: string): Reply {
      return replyOf({
        title: 'A post is advertised',
        blocks: [
          words('You asked us to tell you. A post for the cohort ', userText(name), ' is now advertised.'),
          linkPart('Open the advert', link),
          words(
            advertClosesAt
              ? `It closes on ${dayAndTime(advertClosesAt)}.`
              : 'We have no closing time. The advert may give one.',
          ),
          words('Your expression of interest is not an application. To apply, use the advert.'),
        ],
      })
    },

    /** HR's own words to one person. */
    message({ reference }: Pick<Interest, 'reference'>, { text = '', from }: Data): Reply {
      return replyOf({
        title: 'A message from HR',
        blocks: [
          ...(from ? [words(userText(from), ' in HR wrote:')] : []),
          ...linesOf(text),
          subtle(
            `It is about your expression of interest ${reference}. This chat is with a bot. To reply, contact HR.`,
          ),
        ],
      })
    },

    /** HR's answer to a question that the person sent. */
    answer({ question = '', answer = '' }: Data): Reply {
      return replyOf({
        title: 'HR has answered your question',
        blocks: [...(question ? [words('You asked: ', userText(question))] : []), ...linesOf(answer)],
      })
    },

    /** HR's morning summary: counts, and nobody's name. */
    digest({ at, since, added, waiting, waitingSince, unanswered, more, overdue }: Data): Reply {
      const facts = [
        { label: `New since ${since ? day(since) : 'yesterday'}`, value: count(added, 'interest', 'interests') },
        {
          label: 'Waiting for HR',
          value: count(waiting, 'interest', 'interests'),
          ...(waitingSince ? { note: `the oldest since ${day(waitingSince)}` } : {}),
        },
        {
          label: 'Questions without an answer',
          value: `${more ? 'more than ' : ''}${count(unanswered, 'question', 'questions')}`,
        },
        { label: 'Exports past their delete-by date', value: count(overdue, 'file', 'files') },
      ]
      const blocks: CardBlock[] = [{ kind: 'facts', facts }]
      if (at) blocks.push(subtle(`As at ${dayAndTime(at)}.`))
      return replyOf({ title: 'Your daily summary', blocks })
    },
  }
}

export type NoticeReplies = ReturnType<typeof noticeReplies>
