const kinds = {
  openUrl: ({ title, value }) => ({ type: 'Action.OpenUrl', title, url: value }),
  imBack: ({ title, value }) => ({ type: 'Action.Submit', title, data: { msteams: { type: 'imBack', value } } }),
  messageBack: ({ title, ...rest }) => ({
    type: 'Action.Submit',
    title,
    data: { msteams: { ...rest, type: 'messageBack' } },
  }),
}

const heading = (text) => ({ type: 'TextBlock', text, weight: 'Bolder', size: 'Medium', wrap: true, style: 'heading' })
const words = (text) => ({ type: 'TextBlock', text, wrap: true })

/** A hero or thumbnail card as the Adaptive Card that looks like it. */
export const heroAsAdaptive = ({ title, subtitle, text, buttons = [] }) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [title && heading(title), subtitle && words(subtitle), text && words(text)].filter(Boolean),
  actions: buttons.flatMap((action) => kinds[action.type]?.(action) ?? []),
})
