import { graphql } from "../api/graphql.js";

/** What `Pay` shows of a role: its band in `$place`, and every claim. */
export const PayShown = graphql(`
  fragment PayShown on Role {
    payBand(place: $place) {
      min
      max
      currency
      place
      openEnded
      disputed
      statistic
      component
    }
    payBandMissing(place: $place)
    pay {
      id
      min
      max
      openEnded
      currency
      place
      period
      component
      statistic
      asOf
      note
      otherPopulation
      sources {
        id
        title
        url
      }
    }
  }
`);
