critere "ELIG-01" {
  titre = "Nature du demandeur"

critere "ELIG-02" {
}
