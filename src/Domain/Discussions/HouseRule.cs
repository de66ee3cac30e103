namespace Medborgardialog.Domain.Discussions;

/// <summary>The published rules of talk. Hiding a post always names one (trust T43); the tombstone says which.</summary>
public enum HouseRule
{
    Personal = 1,
    Attack = 2,
    Hate = 3,
    OffTopic = 4,
    Ads = 5,
    Copyright = 6,
    Care = 7,
    False = 8,
    Duplicate = 9,
}
