"""The trend chart on screen, the one place that knows pyqtgraph (paper: model.report)."""
