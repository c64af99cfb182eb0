local base = "dossiers/base.json"
