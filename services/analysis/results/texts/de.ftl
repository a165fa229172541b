# Results: dashboards, tables, files, the API.
