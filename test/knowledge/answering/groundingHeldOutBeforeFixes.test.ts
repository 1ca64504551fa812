import { expect } from 'chai'
import { type Claim, groundingOf } from './groundingClaims.ts'

/** Written after the check was finished, and not used to make it. */
const inventions: readonly Claim[] = [
  ['age-range', 'what ages', 'Assistant practitioners will work with children and young people aged 0 to 18 [1].'],
  ['age-range', 'what ages', 'Assistant practitioners will work with children and adults aged 0 to 16 [1].'],
  [
    'assessment-centre',
    'what happens',
    'At the assessment centre you take part in individual activities and have a group interview [1].',
  ],
  ['assessment-centre', 'when', 'It comes before a successful role submission and an internal advert to staff [1].'],
  [
    'business-case',
    'who',
    'The senior management team developed the business case, and the workforce lead approved it [1].',
  ],
  ['business-case', 'who', 'The business case was approved by the workforce lead [1].'],
  ['core-team-by-2015', 'did it happen', 'Yes. The assistant practitioner is a core part of the team [1].'],
  ['core-skills', 'does it help', 'It builds your core skills and your pay [1].'],
  ['cost-effective', 'is it cheaper', 'Yes. The role saves money [1].'],
  ['four-headings', 'what are they', 'The four headings are delegation, substitution, enhancement and education [1].'],
  ['four-headings', 'all four', 'The study found the roles used in two of the four ways [1].'],
  ['how-roles-are-put-forward', 'who', 'A submission puts forward a person, not a post [1].'],
  ['how-roles-are-put-forward', 'when', 'The process goes live in early 2015, for a September 2015 cohort [1].'],
  [
    'hub-projects',
    'who',
    'The North East modernisation hub was sponsoring projects to look at the impact of these roles [1].',
  ],
  ['hub-findings', 'what', 'The findings show that the roles improve services [1].'],
  ['innovative-model', 'how', 'The role replaces the support worker [1].'],
  ['internal-advert', 'where', 'Posts are advertised externally [1].'],
  [
    'knowsley-services',
    'who',
    'In Knowsley, the trust provides health and social care services to children who live in the borough [1].',
  ],
  ['length', 'part time', 'The degree takes two years full time or four years part time [1].'],
  ['length', 'is it long', 'Yes. The degree takes at least two years [1].'],
  ['next-intake', 'when', 'September 2014 is the next cohort [1].'],
  ['next-intake', 'when', 'The online role submission process is open now [1].'],
  ['nursery-nurses', 'can i', 'Nursery nurses have a place on the degree [1].'],
  ['research-source', 'who', 'The study drew on findings from Sibbald and others (2014) [1].'],
  ['role-addendum', 'staff', 'Staff were not involved in developing the role addendum [1].'],
  [
    'seamless-transition',
    'do they',
    'Children and families get a seamless move between health visiting and school health services [1].',
  ],
  ['trust-purpose', 'what', 'The trust treats, supports and guides people affected by physical ill health [1].'],
  ['second-year-count', 'when', 'At the beginning of 2014, seven people were in their third year of study [1].'],
  [
    'qualified-count',
    'how many',
    'At the beginning of 2014 the trust employed fewer than 31 qualified assistant practitioners [1].',
  ],
  [['since-2005', 'skill-gap'], 'when', 'The skill gap was found in 2005 [1][2].'],
]

const truths: readonly Claim[] = [
  ['age-range', 'up to what age', 'They will work with children and young people aged 0 to 16 [1].'],
  ['assessment-centre', 'groups or alone', 'You take part in group activities and have an individual interview [1].'],
  ['business-case', 'who approved it', 'The business case was approved by the senior management team [1].'],
  ['contact-workforce-lead', 'who is it', 'The Workforce Lead is Sue Watson [1].'],
  [
    'core-skills',
    'what does it do',
    'It builds your core skills beyond the professional qualification you first trained for [1].',
  ],
  ['cost-effective', 'figures', 'It gives no figures for costs or savings [1].'],
  ['four-headings', 'which', 'The headings are delegation, substitution, enhancement and innovation [1].'],
  ['four-headings', 'explained', 'The case study does not explain each heading [1].'],
  ['how-roles-are-put-forward', 'post or person', 'A submission puts forward a post, not a person [1].'],
  ['how-roles-are-put-forward', 'online', 'Yes. A new role is put forward online [1].'],
  ['hub-projects', 'what', 'They look at the difference the roles make to services [1].'],
  ['initial-study', 'what did it show', 'The study showed the benefits of a skill mix among staff [1].'],
  [
    'innovative-model',
    'why',
    'The model is called quite innovative, because the role crosses the usual boundaries of a support worker [1].',
  ],
  [
    'internal-advert',
    'inside or outside',
    'Posts are advertised internally [1]. The page does not mention adverts outside the trust [1].',
  ],
  [
    'knowsley-services',
    'what',
    'The trust provides health and social care services to people of all ages who live in the borough [1].',
  ],
  ['length', 'is it 3 years', 'No, the degree takes two years [1].'],
  ['length', 'one or two years', 'Two years [1].'],
  ['making-the-case', 'link', 'The link is not in the text we hold [1].'],
  [
    'nursery-nurses',
    'named',
    'Nursery nurse is named as an example of the roles that staff had before the degree [1].',
  ],
  ['programme-overview', 'what is it', 'It is a two-year foundation degree that staff can take [1].'],
  ['research-source', 'which', 'The study drew on findings from Sibbald and others (2004) [1].'],
  ['role-addendum', 'staff involved', 'Staff were involved in developing the role addendum [1].'],
  ['skill-mix', 'meaning', 'Skill mix means the blend of skills in a team [1].'],
  [
    'steps-to-selection',
    'how many',
    'There are three steps: an online role submission, an internal advert and an assessment centre [1].',
  ],
  ['trust-purpose', 'services', 'It has services for people of all ages [1].'],
  [
    'universal-child-health-teams',
    'which',
    'Universal child health services are health visiting and school health [1].',
  ],
  ['weekly-pattern', 'uni or work', 'One day is at university, and one day is work-based learning [1].'],
  ['second-year-count', 'how many', 'Seven people were in their second year at the beginning of 2014 [1].'],
]
describe('grounding, on a held-out set from before its fixes', () => {
  for (const claim of inventions)
    it(`catches: ${claim[2]}`, () => {
      expect(groundingOf(claim).kind).to.equal('doubtful')
    })

  for (const claim of truths)
    it(`passes: ${claim[2]}`, () => {
      expect(groundingOf(claim)).to.deep.equal({ kind: 'grounded' })
    })
})
