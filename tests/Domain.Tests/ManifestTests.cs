using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class ManifestTests
{
    [Fact]
    public void The_hash_is_that_of_the_text_everyone_can_fetch()
    {
        var consultation = TestConsultation.Published();

        Assert.Equal(consultation.ManifestHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(consultation.ManifestJson!))));
    }

    [Fact]
    public void The_order_in_which_keys_were_written_does_not_matter() =>
        Gen.Dictionary(Gen.String[Gen.Char['a', 'ö'], 1, 6], Gen.Int)[0, 12].Sample(pairs =>
        {
            var one = new JsonObject(pairs.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));
            var other = new JsonObject(pairs.Reverse().Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));

            var json = CanonicalJson.Write(one);

            Assert.Equal(json, CanonicalJson.Write(other));
            var keys = JsonNode.Parse(json)!.AsObject().Select(p => p.Key).ToList();
            Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        });

    [Fact]
    public void Everything_people_decide_by_is_in_it()
    {
        var manifest = JsonNode.Parse(TestConsultation.Published().ManifestJson!)!;

        Assert.Equal("2026-06-14T06:00:00Z", (string?)manifest["stänger"]);
        Assert.Equal("Confidential", (string?)manifest["läge"]);
        Assert.Equal(2, manifest["alternativ"]!.AsArray().Count);
        Assert.Equal(3, manifest["frågor"]!.AsArray().Count);
        Assert.Equal("2026-09-30", (string?)manifest["lovatSvarSenast"]);
    }

    /// <summary>K11: whatever officers try after publishing, the text and its hash stay; what they may add is beside it.</summary>
    [Fact]
    public void Nothing_frozen_can_be_changed()
    {
        var consultation = TestConsultation.Published();
        var before = (consultation.ManifestJson, consultation.ManifestHash, consultation.Title, consultation.Options[0].Name);
        var option = consultation.Options[0];

        Assert.False(consultation.WriteTexts("Ny", "Ny", "Ny", "Ny", "Ny").IsSuccess);
        Assert.False(consultation.SetInfluence(InfluenceLevel.CoDecide, ["allt"], ["inget"]).IsSuccess);
        Assert.False(consultation.SetCommittee(Guid.CreateVersion7(), "Ny", "Ny").IsSuccess);
        Assert.False(consultation.SetEligibility("Alla", 1, Identity.AssuranceLevel.Email, AnswerMode.Open, highProtection: false).IsSuccess);
        Assert.False(consultation.SetAspects(["Ny"], 1).IsSuccess);
        Assert.False(consultation.AddOption().IsSuccess);
        Assert.False(consultation.DescribeOption(option.Id, new OptionText("Ny", "Ny", "", "", "", ["Ny"])).IsSuccess);
        Assert.False(consultation.SetSchedule(TestConsultation.Times with { ClosesAt = TestConsultation.Times.ClosesAt.AddDays(-1) }).IsSuccess);
        Assert.True(consultation.AddNotice("Bildtexten till A är rättad.", "Fel gata", "Maria Demolund", TestConsultation.Opens.AddDays(1)).IsSuccess);

        Assert.Equal(before, (consultation.ManifestJson, consultation.ManifestHash, consultation.Title, consultation.Options[0].Name));
        Assert.Single(consultation.Notices);
    }
}
