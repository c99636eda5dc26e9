//! What search engines are told in JSON-LD.

use serde_json::Value;

use crate::site::{Site, between};

/// The nodes of a page's graph, in order.
fn graph(site: &Site, path: &str) -> Vec<Value> {
    let page = site.page(path);
    let start = "<script type=\"application/ld+json\">";
    let json = between(&page, start, "</script>").trim_start_matches(start).trim_end_matches("</script>");
    serde_json::from_str::<Value>(json).unwrap()["@graph"].as_array().unwrap().clone()
}

/// A site with a collection of articles.
fn with_articles(structured_data: &str, text: &str) -> Site {
    Site::new()
        .append(
            "rolebook.toml",
            &format!(
                "\n[[collections]]\nid = \"hr-terms\"\nkind = \"article\"\nstructured_data = \"{structured_data}\"\n"
            ),
        )
        .file("content/hr-terms/notice/en.md", text)
}

#[test]
fn a_role_is_an_occupation_with_codes_skills_and_duties() {
    let site = Site::new()
        .file(
            "content/job-descriptions/tester/entry.toml",
            "category = \"it\"\nskills = [\"care\"]\nisco = \"2519\"\nonet = \"15-1253.00\"\nesco = \"http://data.europa.eu/esco/occupation/x\"\n",
        )
        .file("locales/en/site.ftl", "skill-care = Care & <attention>\n")
        .file("locales/de/site.ftl", "skill-care = Sorgfalt\n")
        .replace("content/job-descriptions/tester/en.md", "summary =", "alternative_titles = [\"QA\"]\nsummary =")
        .replace("content/job-descriptions/tester/en.md", "- Test\n", "- Test\n- Find **all** faults\n");
    let graph = graph(&site, "en/job-descriptions/tester/index.html");
    assert_eq!(graph[0]["mainEntity"]["@id"], graph[1]["@id"]);
    insta::assert_snapshot!(serde_json::to_string_pretty(&graph[1]).unwrap(), @r#"
    {
      "@id": "https://example.org/en/job-descriptions/tester/#occupation",
      "@type": "Occupation",
      "alternateName": [
        "QA"
      ],
      "description": "Finds faults.",
      "name": "Tester",
      "occupationalCategory": [
        {
          "@type": "CategoryCode",
          "codeValue": "2519",
          "inCodeSet": {
            "@type": "CategoryCodeSet",
            "name": "ISCO-08"
          }
        },
        {
          "@type": "CategoryCode",
          "codeValue": "15-1253.00",
          "inCodeSet": {
            "@type": "CategoryCodeSet",
            "name": "O*NET-SOC"
          }
        }
      ],
      "qualifications": "Patience",
      "responsibilities": "Test\nFind all faults",
      "sameAs": "http://data.europa.eu/esco/occupation/x",
      "skills": [
        "Care & <attention>"
      ]
    }
    "#);
}

#[test]
fn a_term_is_a_defined_term_of_the_set_of_its_collection() {
    let term = "+++\ntitle = \"Notice period\"\nsummary = \"Time before leaving.\"\nalternative_titles = [\"Notice\"]\n+++\n\nx\n";
    let graph = graph(&with_articles("defined-term", term), "en/hr-terms/notice-period/index.html");
    assert_eq!((&graph[0]["@type"], &graph[0]["mainEntity"]["@id"]), (&"Article".into(), &graph[1]["@id"]));
    insta::assert_snapshot!(serde_json::to_string_pretty(&graph[1]).unwrap(), @r#"
    {
      "@id": "https://example.org/en/hr-terms/notice-period/#term",
      "@type": "DefinedTerm",
      "alternateName": [
        "Notice"
      ],
      "description": "Time before leaving.",
      "inDefinedTermSet": {
        "@id": "https://example.org/en/hr-terms/#terms",
        "@type": "DefinedTermSet",
        "name": "HR terms",
        "url": "https://example.org/en/hr-terms/"
      },
      "name": "Notice period"
    }
    "#);
}

#[test]
fn questions_are_the_headings_of_level_3_with_what_stands_below_them() {
    let text = "+++\ntitle = \"Questions\"\nsummary = \"x\"\n+++\n\n## Part\n\n### Why?\n\nBecause.\n\n- So & so\n\n### How?\n\nWell.\n\n## End\n\nx\n";
    let graph = graph(&with_articles("questions", text), "en/hr-terms/questions/index.html");
    assert_eq!(graph[0]["@type"], "FAQPage");
    insta::assert_snapshot!(serde_json::to_string_pretty(&graph[0]["mainEntity"]).unwrap(), @r#"
    [
      {
        "@type": "Question",
        "acceptedAnswer": {
          "@type": "Answer",
          "text": "Because.\nSo & so"
        },
        "name": "Why?"
      },
      {
        "@type": "Question",
        "acceptedAnswer": {
          "@type": "Answer",
          "text": "Well."
        },
        "name": "How?"
      }
    ]
    "#);
    let odd = "+++\ntitle = \"Questions\"\nsummary = \"x\"\n+++\n\n> ### Quoted?\n\n### Why?\n\n- ### Listed?\n";
    let odd = self::graph(&with_articles("questions", odd), "en/hr-terms/questions/index.html");
    assert_eq!(odd[0]["mainEntity"].as_array().unwrap().len(), 1, "headings in quotes and lists are no questions");
    let none = with_articles("questions", "+++\ntitle = \"Questions\"\nsummary = \"x\"\n+++\n\nx\n");
    assert_eq!(self::graph(&none, "en/hr-terms/questions/index.html")[0]["@type"], "Article");
}
