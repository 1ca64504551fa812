const card = (body: object[], actions: object[] = []) => ({ type: 'AdaptiveCard', version: '1.5', body, actions })

const bars = [
  { x: 'Qualified', y: 20 },
  { x: 'Second year', y: 12 },
  { x: 'First year', y: 9 },
  { x: 'Next intake', y: 15 },
]

const groups = [
  { legend: 'Band 2', values: bars.slice(0, 3) },
  {
    legend: 'Band 3',
    values: [
      { x: 'Qualified', y: 4 },
      { x: 'Second year', y: 7 },
      { x: 'First year', y: 11 },
    ],
  },
]

/** Cards by the word that asks for each. */
export const cards: Readonly<Record<string, object>> = {
  form: card(
    [
      {
        type: 'TextBlock',
        text: 'Register your interest',
        style: 'heading',
        size: 'Large',
        weight: 'Bolder',
        wrap: true,
      },
      {
        type: 'TextBlock',
        text: 'This is **not** an application. See [the notice](https://example.org/notice).',
        wrap: true,
      },
      { type: 'Input.Text', id: 'name', label: 'Your name', isRequired: true, errorMessage: 'Enter your name' },
      {
        type: 'Input.ChoiceSet',
        id: 'band',
        label: 'Your band',
        isRequired: true,
        errorMessage: 'Choose a band',
        choices: ['2', '3', '4'].map((value) => ({ title: `Band ${value}`, value })),
      },
      {
        type: 'Input.ChoiceSet',
        id: 'manager',
        style: 'expanded',
        label: 'Does your manager know and support this?',
        choices: ['Yes', 'No', "I'd rather not say"].map((title) => ({ title, value: title })),
      },
      { type: 'Input.Toggle', id: 'notify', title: 'Tell me when the cohort opens', value: 'false' },
      { type: 'Input.Date', id: 'since', label: 'In post since' },
      {
        type: 'FactSet',
        facts: [
          { title: 'Cohort', value: 'Next intake' },
          { title: 'Kept until', value: '8 January 2015' },
        ],
      },
    ],
    [
      { type: 'Action.Execute', title: 'Save', verb: 'save', style: 'positive', data: { cohort: 'next' } },
      { type: 'Action.Execute', title: 'Tell', verb: 'tell', associatedInputs: 'none' },
      { type: 'Action.Execute', title: 'Closed', verb: 'closed', associatedInputs: 'none' },
      { type: 'Action.Submit', title: 'Submit', data: { action: 'cancel' }, associatedInputs: 'none' },
      {
        type: 'Action.Submit',
        title: 'Message back',
        associatedInputs: 'none',
        data: {
          ref: 1,
          msteams: { type: 'messageBack', text: 'hidden', displayText: 'Shown words', value: { more: 2 } },
        },
      },
    ],
  ),
  receipt: card([{ type: 'TextBlock', text: 'Saved. Your reference is AP-7K3F-92.', wrap: true, style: 'heading' }]),
  charts: card([
    {
      type: 'Chart.VerticalBar',
      title: 'Assistant practitioners',
      xAxisTitle: 'Stage',
      yAxisTitle: 'People',
      data: bars,
    },
    { type: 'Chart.HorizontalBar', title: 'By stage', data: bars, spacing: 'Large' },
    { type: 'Chart.Line', title: 'Interest by week', data: groups, spacing: 'Large' },
    {
      type: 'Chart.Gauge',
      title: 'Not drawn here',
      fallback: { type: 'TextBlock', text: 'The gauge in words: 12.', wrap: true },
    },
  ]),
}
