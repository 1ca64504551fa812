/** How cards look: the NHS's colours, sizes and spacing. Colours are the page's own, so that dark mode reaches cards. */

const colour = (name) => ({ default: `var(--${name})`, subtle: `var(--${name})` })

const foregroundColors = {
  default: { default: 'var(--text)', subtle: 'var(--quiet)' },
  dark: { default: 'var(--text)', subtle: 'var(--quiet)' },
  light: { default: 'var(--quiet)', subtle: 'var(--quiet)' },
  accent: colour('link'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
}

const container = (name) => ({
  backgroundColor: `var(--${name})`,
  borderColor: 'var(--line)',
  foregroundColors,
})

const fontSizes = { small: 14, default: 16, medium: 18, large: 20, extraLarge: 24 }
const fontWeights = { lighter: 400, default: 400, bolder: 700 }

export const hostConfig = {
  choiceSetInputValueSeparator: ',',
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontTypes: {
    default: { fontFamily: 'inherit', fontSizes, fontWeights },
    monospace: { fontFamily: 'ui-monospace, Consolas, monospace', fontSizes, fontWeights },
  },
  lineHeights: { small: 20, default: 24, medium: 26, large: 28, extraLarge: 32 },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: container('surface'),
    emphasis: container('surface-emphasis'),
    accent: container('surface-accent'),
    good: container('surface-good'),
    attention: container('surface-attention'),
    warning: container('surface-warning'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { weight: 'bolder', color: 'attention' },
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  table: { cellSpacing: 8 },
  textStyles: {
    heading: { size: 'medium', weight: 'bolder' },
    columnHeader: { weight: 'bolder' },
  },
  textBlock: { headingLevel: 3 },
}
