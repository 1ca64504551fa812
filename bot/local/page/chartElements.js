import { horizontalBars, verticalBars } from './barCharts.js'
import { chartFigure } from './chartSvg.js'
import { lines } from './lineChart.js'

const drawers = {
  'Chart.VerticalBar': verticalBars,
  'Chart.HorizontalBar': horizontalBars,
  'Chart.Line': lines,
}

/**
 * Adds to Microsoft's renderer those charts of Teams that the bot sends.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
 */
export const registerCharts = ({ CardElement, GlobalRegistry }) => {
  for (const [name, draw] of Object.entries(drawers)) {
    class Chart extends CardElement {
      getJsonTypeName() {
        return name
      }

      internalParse(source, context) {
        super.internalParse(source, context)
        this.source = source
      }

      internalRender() {
        return chartFigure(this.source, draw(this.source))
      }
    }
    GlobalRegistry.elements.register(name, Chart)
  }
}
