//! What can happen to a demo parcel.

/// A scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// Everything as promised.
    OnTime,
    /// Held up on the way; arrival is put off beyond the promise.
    Delayed,
    /// Two parcels, the second a while later.
    Split,
    /// Nobody at home the first time.
    FailedAttempt,
    /// Waits at a pick-up point.
    Pickup,
}

impl Scenario {
    /// All, in the order in which orders take turns.
    pub const ALL: [Self; 5] =
        [Self::OnTime, Self::Delayed, Self::Split, Self::FailedAttempt, Self::Pickup];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Delayed => "delayed",
            Self::Split => "split",
            Self::FailedAttempt => "failed_attempt",
            Self::Pickup => "pickup",
        }
    }

    /// The scenario of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scenario| scenario.as_str() == name)
    }

    /// Whose turn it is with an order of this number.
    pub fn of_number(number: &str) -> Self {
        let sum: usize = number.bytes().map(usize::from).sum();
        Self::ALL[sum % Self::ALL.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways_and_everything_has_its_turn() {
        for scenario in Scenario::ALL {
            assert_eq!(Scenario::parse(scenario.as_str()), Some(scenario));
        }
        let mut turns: Vec<_> = ["7K3M-9QXA", "7K3M-9QXB", "7K3M-9QXC", "7K3M-9QXD", "7K3M-9QXE"]
            .map(|number| Scenario::of_number(number).as_str())
            .into();
        turns.sort();
        turns.dedup();
        assert_eq!(turns.len(), 5);
    }
}
