"""The pages of the dashboard; `frame` runs the chosen one."""
